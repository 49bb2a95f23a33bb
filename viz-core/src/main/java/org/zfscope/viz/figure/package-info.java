/** Whole pictures for people, as the command line writes them and the application shows them. */
@NullMarked
package org.zfscope.viz.figure;

import org.jspecify.annotations.NullMarked;
