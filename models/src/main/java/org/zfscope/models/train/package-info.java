/**
 * Training, as in [Zeiler2014 §3]: a {@link org.zfscope.models.train.Recipe} says how, {@link
 * org.zfscope.models.train.TrainingSet} on what, {@link org.zfscope.models.train.Trainer} does it, through DL4J.
 */
@NullMarked
package org.zfscope.models.train;

import org.jspecify.annotations.NullMarked;
