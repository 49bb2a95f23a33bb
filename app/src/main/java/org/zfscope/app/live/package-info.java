/** Frames that come in while the window looks at them: a camera over HTTP, a file of frames. */
@NullMarked
package org.zfscope.app.live;

import org.jspecify.annotations.NullMarked;
