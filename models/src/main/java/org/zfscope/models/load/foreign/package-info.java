/** Formats that zfscope does not read, known so that it can say which one a file is of and how to convert it. */
@NullMarked
package org.zfscope.models.load.foreign;

import org.jspecify.annotations.NullMarked;
