/**
 * What can be shown of a network. An {@link org.zfscope.viz.exhibit.Exhibit} is one question with everything that its
 * answer depends on; the command line parses options into one, the window keeps its panes' answers under them. Nothing
 * outside asks which kind an exhibit is: a new one is a record here, and a line where exhibits are listed.
 */
@NullMarked
package org.zfscope.viz.exhibit;

import org.jspecify.annotations.NullMarked;
