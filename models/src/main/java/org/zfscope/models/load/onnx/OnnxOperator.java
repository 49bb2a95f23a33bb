package org.zfscope.models.load.onnx;

/** What a node of one kind makes of its inputs. */
@FunctionalInterface
interface OnnxOperator {

    /**
     * The value of the node's first output; a layer is added where that takes one.
     *
     * @throws IllegalArgumentException if zfscope has no layer for this node
     */
    OnnxValue apply(OnnxNode node, OnnxLayers layers);
}
