/** The layers once more, in plain loops over doubles and straight from their definitions, to check the fast ones against. */
@NullMarked
package org.zfscope.models.naive;

import org.jspecify.annotations.NullMarked;
