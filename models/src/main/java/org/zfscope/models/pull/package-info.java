/** Trained weights from outside: what there is, a cache for it, and how it comes there whole or not at all. */
@NullMarked
package org.zfscope.models.pull;

import org.jspecify.annotations.NullMarked;
