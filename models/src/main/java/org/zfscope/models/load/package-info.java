/** From a file to a network: one loader a format. Files come from strangers and are never trusted. */
@NullMarked
package org.zfscope.models.load;

import org.jspecify.annotations.NullMarked;
