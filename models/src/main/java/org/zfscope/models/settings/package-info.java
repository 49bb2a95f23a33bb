/** What a person has set once for all starts of the program, window and command line alike. */
@NullMarked
package org.zfscope.models.settings;

import org.jspecify.annotations.NullMarked;
