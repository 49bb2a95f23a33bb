package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.layer.BlockOrder;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.SpaceToDepth;

/** Channels that become blocks of pixels, and back. */
final class OnnxBlocks {

    private OnnxBlocks() {}

    static OnnxValue depthToSpace(OnnxNode node, OnnxLayers layers) {
        String mode = node.text("mode", "DCR");
        BlockOrder order =
                switch (mode) {
                    case "DCR" -> BlockOrder.PIXEL_FIRST;
                    case "CRD" -> BlockOrder.MAP_FIRST;
                    default -> throw new IllegalArgumentException(say("models.onnx-blocks.mode", mode));
                };
        return layers.add(node, new DepthToSpace(node.integer("blocksize", 0), order), 4, node.maps(0));
    }

    static OnnxValue spaceToDepth(OnnxNode node, OnnxLayers layers) {
        SpaceToDepth layer = new SpaceToDepth(node.integer("blocksize", 0), BlockOrder.PIXEL_FIRST);
        return layers.add(node, layer, 4, node.maps(0));
    }
}
