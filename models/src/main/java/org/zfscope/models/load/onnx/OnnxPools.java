package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** Operators that slide a window without weights, or take each map as a whole. */
final class OnnxPools {

    private OnnxPools() {}

    static OnnxValue max(OnnxNode node, OnnxLayers layers) {
        Maps maps = spatial(node);
        return layers.add(node, new MaxPool(OnnxWindow.ofPool(node).over(maps.shape())), 4, maps);
    }

    /**
     * Where a last window hangs over the padding too, its sum is divided by the positions in map and padding, as
     * PyTorch does and current versions of onnxruntime; older ones divided by the whole window.
     */
    static OnnxValue average(OnnxNode node, OnnxLayers layers) {
        Maps maps = spatial(node);
        Divisor divisor = node.integer("count_include_pad", 0) == 0 ? Divisor.INSIDE : Divisor.PADDED;
        return layers.add(node, new AveragePool(OnnxWindow.ofPool(node).over(maps.shape()), divisor), 4, maps);
    }

    static OnnxValue globalAverage(OnnxNode node, OnnxLayers layers) {
        return layers.add(node, new GlobalAveragePool(), 4, spatial(node));
    }

    static OnnxValue globalMax(OnnxNode node, OnnxLayers layers) {
        return layers.add(node, new GlobalMaxPool(), 4, spatial(node));
    }

    private static Maps spatial(OnnxNode node) {
        Maps maps = node.maps(0);
        if (maps.rank() != 4 || !maps.isPlain()) {
            throw new IllegalArgumentException(say("models.onnx-pools.input-0-must-have", maps.described()));
        }
        return maps;
    }
}
