/** The layers of a network: weights, geometry, and the way forward. The way back is in viz-core. */
@NullMarked
package org.zfscope.models.layer;

import org.jspecify.annotations.NullMarked;
