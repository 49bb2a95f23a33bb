/** What a scan for the strongest pictures leaves: a file that outlives it, and what can be read off it. */
@NullMarked
package org.zfscope.viz.index;

import org.jspecify.annotations.NullMarked;
