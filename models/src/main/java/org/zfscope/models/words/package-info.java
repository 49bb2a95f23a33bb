/** What the program says to people, apart from the code: sentences by key, and how numbers are written in them. */
@NullMarked
package org.zfscope.models.words;

import org.jspecify.annotations.NullMarked;
