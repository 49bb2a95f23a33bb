/**
 * Layers' arithmetic by oneDNN, called directly. {@link org.zfscope.models.compute.onednn.OneDnn} holds the library's
 * engine and memory; the operations ({@code Convolutions}, {@code MaxPooling}, ...) take and give {@code Block}s, which
 * stay in the order that the fastest implementation wants until somebody asks for plain values.
 */
@NullMarked
package org.zfscope.models.compute.onednn;

import org.jspecify.annotations.NullMarked;
