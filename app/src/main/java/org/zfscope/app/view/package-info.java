/** The window, in code. */
@NullMarked
package org.zfscope.app.view;

import org.jspecify.annotations.NullMarked;
