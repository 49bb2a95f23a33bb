/** Experiments on many pictures or many forward runs. */
@NullMarked
package org.zfscope.viz.analysis;

import org.jspecify.annotations.NullMarked;
