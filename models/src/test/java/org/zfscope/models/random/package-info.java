/** Networks, layers and pictures made up from a seed, for tests that must hold for all of them. */
@NullMarked
package org.zfscope.models.random;

import org.jspecify.annotations.NullMarked;
