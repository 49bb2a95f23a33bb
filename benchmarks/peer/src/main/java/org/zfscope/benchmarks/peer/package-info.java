/** libtorch's side of the comparison, in a process of its own. */
@NullMarked
package org.zfscope.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
