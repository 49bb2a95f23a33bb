/** What a network is and how it runs forward: pictures in, activations out. */
@NullMarked
package org.zfscope.models;

import org.jspecify.annotations.NullMarked;
