package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import onnx.Onnx.TensorProto.DataType;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.load.onnx.OnnxValue.Picked;

/** Operators that arrange the same numbers anew. What no layer does at once becomes a {@link Picked}. */
final class OnnxShapes {

    private OnnxShapes() {}

    static OnnxValue identity(OnnxNode node, OnnxLayers layers) {
        return node.input(0);
    }

    /** Between kinds of real numbers, and between kinds of whole ones, nothing is lost that matters; constants may change kind. */
    static OnnxValue cast(OnnxNode node, OnnxLayers layers) {
        int to = node.integer("to", 0);
        boolean whole = to == DataType.INT64_VALUE || to == DataType.INT32_VALUE || to == DataType.BOOL_VALUE;
        boolean real = to == DataType.FLOAT_VALUE || to == DataType.DOUBLE_VALUE;
        Optional<OnnxNumbers> numbers = OnnxNumbers.of(node.input(0));
        if (!(whole || real) || (whole && numbers.isEmpty())) {
            throw new IllegalArgumentException(
                    say("models.onnx-shapes.cast-type-supported", node.input(0).described(), to));
        }
        return numbers.filter(n -> n.whole() != whole || to == DataType.BOOL_VALUE)
                .map(n -> n.cast(whole, to == DataType.BOOL_VALUE).value(node))
                .orElseGet(() -> node.input(0));
    }

    static OnnxValue concat(OnnxNode node, OnnxLayers layers) {
        if (node.input(0) instanceof Ints || node.input(0) instanceof Floats) {
            return OnnxSizes.concat(node);
        }
        Maps[] maps = IntStream.range(0, node.inputs()).mapToObj(node::maps).toArray(Maps[]::new);
        int rank = maps[0].rank();
        int axis = OnnxDims.axis(node.integer("axis", 1), rank);
        if (axis != 1 || Arrays.stream(maps).anyMatch(m -> m.rank() != rank)) {
            throw new IllegalArgumentException(say("models.onnx-shapes.only-channels-axis-1", axis));
        }
        return maps.length == 1 ? maps[0] : layers.add(node, new Concat(), rank, maps);
    }

    static OnnxValue flatten(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        int axis = OnnxDims.axis(node.integer("axis", 1), maps.rank());
        if (axis != 1) {
            throw new IllegalArgumentException(say("models.onnx-shapes.only-flattening-axis-1", axis));
        }
        return layers.flatten(node, maps, 2);
    }

    static OnnxValue reshape(OnnxNode node, OnnxLayers layers) {
        long[] target = node.ints(1).data();
        if (node.integer("allowzero", 0) != 0 && Arrays.stream(target).anyMatch(d -> d == 0)) {
            throw new IllegalArgumentException(say("models.onnx-shapes.allowzero-supported"));
        }
        return arranged(node, layers, OnnxDims.reshaped(dims(node, layers), onView(node, layers, target)));
    }

    /** Views hold one picture, whatever batch the graph was written for. */
    private static long[] onView(OnnxNode node, OnnxLayers layers, long[] target) {
        return node.input(0) instanceof Picked ? onePicture(target, layers) : target;
    }

    static OnnxValue squeeze(OnnxNode node, OnnxLayers layers) {
        return arranged(node, layers, OnnxDims.squeezed(dims(node, layers), node.integers("axes", 1)));
    }

    static OnnxValue unsqueeze(OnnxNode node, OnnxLayers layers) {
        return arranged(node, layers, OnnxDims.unsqueezed(dims(node, layers), node.integers("axes", 1)));
    }

    private static long[] dims(OnnxNode node, OnnxLayers layers) {
        OnnxValue value = node.input(0);
        if (value instanceof Floats floats) {
            return floats.dims();
        }
        if (value instanceof Picked view) {
            return view.dims();
        }
        return value instanceof Ints ints ? ints.dims() : layers.dims(node.maps(0));
    }

    private static OnnxValue arranged(OnnxNode node, OnnxLayers layers, long[] dims) {
        OnnxValue value = node.input(0);
        if (value instanceof Floats floats) {
            return new Floats(floats.name(), dims, floats.data());
        }
        if (value instanceof Picked view) {
            return view.under(node, onePicture(dims, layers));
        }
        return value instanceof Ints ints
                ? new Ints(ints.name(), dims, ints.data())
                : arranged(node, layers, node.maps(0), dims);
    }

    private static OnnxValue arranged(OnnxNode node, OnnxLayers layers, Maps maps, long[] dims) {
        long[] before = layers.dims(maps);
        if (dims.length == 4 && Arrays.equals(dims, maps.shape().batch(before[0]))) {
            return maps.ranked(4);
        }
        boolean vectors =
                dims.length >= 2 && dims.length <= 4 && dims[1] == maps.shape().size();
        return vectors && dims[0] == before[0]
                ? layers.flatten(node, maps, dims.length)
                : Picked.of(node, maps).under(node, onePicture(dims, layers));
    }

    /** The dims of one picture of the batch that the graph was written for. */
    private static long[] onePicture(long[] dims, OnnxLayers layers) {
        long[] one = dims.clone();
        if (one.length > 0 && one[0] == layers.batch()) {
            one[0] = 1;
        }
        if (layers.batch() > 1 && one.length > 0 && one[0] > 1) {
            throw new IllegalArgumentException(say("models.onnx-shapes.pictures-mixed", Arrays.toString(dims)));
        }
        return one;
    }
}
