/** Work beside the interface: one compute thread, where the latest request wins. */
@NullMarked
package org.zfscope.app.task;

import org.jspecify.annotations.NullMarked;
