/** The way back: from a unit's activation to the pixels that caused it. */
@NullMarked
package org.zfscope.viz;

import org.jspecify.annotations.NullMarked;
