/** Arrays of numbers in the order [channels, height, width], their shapes, and windows of their maps. */
@NullMarked
package org.zfscope.models.tensor;

import org.jspecify.annotations.NullMarked;
