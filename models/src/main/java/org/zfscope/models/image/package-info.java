/** Pictures as pixels, without any toolkit: reading files, scaling, cropping. */
@NullMarked
package org.zfscope.models.image;

import org.jspecify.annotations.NullMarked;
