/** The way back once more: whole maps of doubles, plain loops, straight from the definitions. */
@NullMarked
package org.zfscope.viz.naive;

import org.jspecify.annotations.NullMarked;
