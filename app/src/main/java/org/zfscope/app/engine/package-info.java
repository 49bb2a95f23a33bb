/** What the window has computed, on the compute thread: from what is wanted to pictures, without a toolkit. */
@NullMarked
package org.zfscope.app.engine;

import org.jspecify.annotations.NullMarked;
