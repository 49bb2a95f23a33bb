/** ONNX files: from a parsed graph to layers. */
@NullMarked
package org.zfscope.models.load.onnx;

import org.jspecify.annotations.NullMarked;
