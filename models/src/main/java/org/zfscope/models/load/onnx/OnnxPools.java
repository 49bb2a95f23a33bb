package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** Operators that slide a window without weights, or put a frame of zeros around the maps. */
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

    /** The mean over rows and columns; over other axes there is no layer. */
    static OnnxValue reduceMean(OnnxNode node, OnnxLayers layers) {
        Maps maps = spatial(node);
        int[] axes = Arrays.stream(node.integers("axes", 1))
                .map(a -> a < 0 ? a + 4 : a)
                .sorted()
                .toArray();
        if (!Arrays.equals(axes, new int[] {2, 3})) {
            throw new IllegalArgumentException(say("models.onnx-pools.only-means-over-axes", Arrays.toString(axes)));
        }
        return layers.add(node, new GlobalAveragePool(), node.integer("keepdims", 1) == 0 ? 2 : 4, maps);
    }

    /** Pads are [batch, channels, top, left] and then the other ends of each. */
    static OnnxValue pad(OnnxNode node, OnnxLayers layers) {
        Maps maps = spatial(node);
        int[] pads = node.integers("pads", 1);
        String mode = node.text("mode", "constant");
        if (!mode.equals("constant") || padValue(node) != 0 || node.has(3)) {
            throw new IllegalArgumentException(say("models.onnx-pools.only-padding-zeros-all", mode, padValue(node)));
        }
        if (pads.length != 8 || pads[0] != 0 || pads[1] != 0 || pads[4] != 0 || pads[5] != 0) {
            throw new IllegalArgumentException(say("models.onnx-pools.only-rows-columns-can", Arrays.toString(pads)));
        }
        return layers.add(node, new ZeroPadding(pads[2], pads[3], pads[6], pads[7]), 4, maps);
    }

    private static float padValue(OnnxNode node) {
        return node.has(2) ? node.floats(2).data().get(0) : node.real("value", 0);
    }

    private static Maps spatial(OnnxNode node) {
        Maps maps = node.maps(0);
        if (maps.rank() != 4 || !maps.isPlain()) {
            throw new IllegalArgumentException(say("models.onnx-pools.input-0-must-have", maps.described()));
        }
        return maps;
    }
}
