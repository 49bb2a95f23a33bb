/** The desktop application; its launcher opens the window, or the command line when given a command. */
@NullMarked
package org.zfscope.app;

import org.jspecify.annotations.NullMarked;
