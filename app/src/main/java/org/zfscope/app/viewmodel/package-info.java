/** What the window shows and can do, without a toolkit. */
@NullMarked
package org.zfscope.app.viewmodel;

import org.jspecify.annotations.NullMarked;
