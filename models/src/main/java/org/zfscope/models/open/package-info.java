/** Opens networks: by name, or from a file of any format. */
@NullMarked
package org.zfscope.models.open;

import org.jspecify.annotations.NullMarked;
