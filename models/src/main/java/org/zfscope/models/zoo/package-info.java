/** Architectures by name, as DL4J configurations. */
@NullMarked
package org.zfscope.models.zoo;

import org.jspecify.annotations.NullMarked;
