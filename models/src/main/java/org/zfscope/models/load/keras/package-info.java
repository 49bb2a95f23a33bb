/**
 * Keras' files, 2.x and 3.x: the description in JSON becomes a {@link org.zfscope.models.load.keras.KerasModel}, the weights
 * a {@link org.zfscope.models.load.keras.KerasWeights}, and both together layers.
 */
@NullMarked
package org.zfscope.models.load.keras;

import org.jspecify.annotations.NullMarked;
