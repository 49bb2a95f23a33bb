/** Files at the edge: readers that trust nothing, writers that never leave half a file. */
@NullMarked
package org.zfscope.models.io;

import org.jspecify.annotations.NullMarked;
