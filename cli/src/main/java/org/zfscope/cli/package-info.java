/** The command line: one class a command, thin on top of viz-core. */
@NullMarked
package org.zfscope.cli;

import org.jspecify.annotations.NullMarked;
