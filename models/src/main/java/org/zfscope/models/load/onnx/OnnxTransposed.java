package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;

/** ConvTranspose: convolutions run backwards. */
final class OnnxTransposed {

    /** One direction: what of its windows is cut off, and what is put behind them. */
    private record Edge(Axis axis, int extra) {}

    private final OnnxNode node;
    private final int[] kernel;
    private final int[] strides;
    private final int[] dilations;
    private final int[] pads;
    private final int[] extra;
    private final int[] outputShape;
    private final String autoPad;

    private OnnxTransposed(OnnxNode node, int... kernel) {
        this.node = node;
        this.kernel = kernel;
        this.strides = OnnxWindow.attribute(node, "strides", 2, 1);
        this.dilations = OnnxWindow.attribute(node, "dilations", 2, 1);
        this.pads = OnnxWindow.attribute(node, "pads", 4, 0);
        this.extra = OnnxWindow.attribute(node, "output_padding", 2, 0);
        this.outputShape = node.integers("output_shape");
        this.autoPad = node.text("auto_pad", "NOTSET");
    }

    /** Inputs: maps, weights [channels, filters / groups, height, width], biases or nothing. */
    static OnnxValue convTranspose(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        Floats weights = node.floats(1);
        if (weights.dims().length != 4 || maps.rank() != 4) {
            throw new IllegalArgumentException(
                    say("models.onnx-weights.only-convolutions-over-2", weights.dims().length - 2));
        }
        int[] dims = Arrays.stream(weights.dims()).mapToInt(Math::toIntExact).toArray();
        OnnxTransposed window = new OnnxTransposed(node, dims[2], dims[3]);
        Edge rows = window.edge(0, maps.shape().height());
        Edge columns = window.edge(1, maps.shape().width());
        OnnxLayers.requireBounded(
                say("models.onnx-weights.dilation", weights.described()),
                dims[0],
                dims[1],
                rows.axis.extent(),
                columns.axis.extent());
        int groups = node.integer("group", 1);
        int filters = Math.multiplyExact(dims[1], groups);
        if (filters < 1 || dims[0] % groups != 0) {
            throw new IllegalArgumentException(
                    say("models.transposed-convolution.weights-do-make", weights.described(), groups));
        }
        float[] bias = node.has(2) ? OnnxWeights.vector(node.floats(2), filters) : new float[filters];
        Weights own = Weights.in(layers.memory(weights), new float[dims[0]], dims);
        return layers.add(
                node,
                new TransposedConvolution(
                        own, bias, new Geometry(rows.axis, columns.axis), rows.extra, columns.extra, groups),
                4,
                maps);
    }

    private Edge edge(int i, int side) {
        if (outputShape.length == 2 || outputShape.length == 4) {
            return reaching(i, side, outputShape[outputShape.length - 2 + i]);
        }
        return switch (autoPad) {
            case "NOTSET", "" -> new Edge(axis(i, pads[i], pads[i + 2]), extra[i]);
            case "VALID" -> new Edge(axis(i, 0, 0), extra[i]);
            case "SAME_UPPER", "SAME_LOWER" -> reaching(i, side, Math.multiplyExact(side, strides[i]));
            default -> throw new IllegalArgumentException(say("models.onnx-window.auto-pad-known", autoPad));
        };
    }

    /** As much cut off at both ends, or put behind, as it takes to give so many positions. */
    private Edge reaching(int i, int side, int wanted) {
        Axis bare = axis(i, 0, 0);
        int windows = Math.addExact(Math.multiplyExact(side - 1, bare.stride()), bare.extent());
        int total = Math.subtractExact(Math.addExact(windows, extra[i]), wanted);
        int cut = Math.max(0, total);
        int before = autoPad.equals("SAME_UPPER") ? cut / 2 : cut - cut / 2;
        return new Edge(axis(i, before, cut - before), Math.addExact(extra[i], Math.max(0, Math.negateExact(total))));
    }

    private Axis axis(int i, int before, int after) {
        if (extra[i] < 0) {
            throw new IllegalArgumentException(say("models.onnx-transposed.padding", node.name(), extra[i]));
        }
        return new Axis(kernel[i], strides[i], before, after, dilations[i], false);
    }
}
