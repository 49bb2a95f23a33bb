/** Measurements beside libtorch and DL4J. */
@NullMarked
package org.zfscope.benchmarks;

import org.jspecify.annotations.NullMarked;
