/** The steps back, one a kind of layer, in the words of the paper: unpool, rectify, filter [Zeiler2014 §2.1]. */
@NullMarked
package org.zfscope.viz.deconv;

import org.jspecify.annotations.NullMarked;
