package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import onnx.Onnx.TensorProto.DataType;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** Operators that arrange the same numbers anew. Maps can only lose and regain rows and columns. */
final class OnnxShapes {

    /** Numbers of any width are computed as floats. */
    private static final Set<DataType> REAL =
            EnumSet.of(DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16, DataType.BFLOAT16);

    private OnnxShapes() {}

    static OnnxValue identity(OnnxNode node, OnnxLayers layers) {
        return node.input(0);
    }

    /** Between kinds of real numbers, and between kinds of whole ones, nothing is lost that matters; constants may change kind. */
    static OnnxValue cast(OnnxNode node, OnnxLayers layers) {
        int to = node.integer("to", 0);
        boolean whole = to == DataType.INT64_VALUE || to == DataType.INT32_VALUE || to == DataType.BOOL_VALUE;
        boolean real = Optional.ofNullable(DataType.forNumber(to))
                .filter(REAL::contains)
                .isPresent();
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
        int axis = node.integer("axis", 1);
        if (maps[0].side(axis) != Side.CHANNELS
                || Arrays.stream(maps).anyMatch(m -> !m.sides().equals(maps[0].sides()))) {
            throw new NoLayerException(say("models.onnx-shapes.only-channels-axis-1", axis));
        }
        return maps.length == 1 ? maps[0] : layers.add(node.name(), new Concat(), maps[0].sides(), maps);
    }

    static OnnxValue flatten(OnnxNode node, OnnxLayers layers) {
        long[] dims = dims(node, layers);
        int axis = node.integer("axis", 1);
        int cut = axis == dims.length ? axis : OnnxDims.axis(axis, dims.length);
        return arranged(
                node,
                layers,
                OnnxDims.size(Arrays.copyOfRange(dims, 0, cut)),
                OnnxDims.size(Arrays.copyOfRange(dims, cut, dims.length)));
    }

    static OnnxValue reshape(OnnxNode node, OnnxLayers layers) {
        long[] target = node.ints(1).data();
        if (node.integer("allowzero", 0) != 0 && Arrays.stream(target).anyMatch(d -> d == 0)) {
            throw new IllegalArgumentException(say("models.onnx-shapes.allowzero-supported"));
        }
        return arranged(node, layers, OnnxDims.reshaped(dims(node, layers), onPicked(node, layers, target)));
    }

    /** Of picked numbers there is one picture, whatever batch the graph was written for. */
    private static long[] onPicked(OnnxNode node, OnnxLayers layers, long[] target) {
        return node.input(0) instanceof OnnxPicked ? onePicture(target, layers) : target;
    }

    static OnnxValue squeeze(OnnxNode node, OnnxLayers layers) {
        return arranged(node, layers, OnnxDims.squeezed(dims(node, layers), node.integers("axes", 1)));
    }

    static OnnxValue unsqueeze(OnnxNode node, OnnxLayers layers) {
        return arranged(node, layers, OnnxDims.unsqueezed(dims(node, layers), node.integers("axes", 1)));
    }

    /** The axes in another order: of maps no layer, as they are looked at with that order in mind from here on. */
    static OnnxValue transpose(OnnxNode node, OnnxLayers layers) {
        OnnxValue value = node.input(0);
        if (OnnxNumbers.of(value).isPresent() || value instanceof OnnxPicked) {
            return OnnxSelections.transposed(node, layers, order(node, dims(node, layers).length));
        }
        OnnxView view = layers.view(node, value);
        return named(view.transposed(order(node, view.axes().size())));
    }

    private static int[] order(OnnxNode node, int rank) {
        int[] order = node.integers("perm");
        if (order.length == 0) {
            return IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
        }
        int[] sorted = Arrays.stream(order).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.range(0, rank).toArray())) {
            throw new IllegalArgumentException(say("models.onnx-shapes.perm", Arrays.toString(order), rank));
        }
        return order;
    }

    private static long[] dims(OnnxNode node, OnnxLayers layers) {
        OnnxValue value = node.input(0);
        if (value instanceof Floats floats) {
            return floats.dims();
        }
        if (value instanceof OnnxPicked picked) {
            return picked.dims();
        }
        return value instanceof Ints ints
                ? ints.dims()
                : layers.view(node, value).dims();
    }

    private static OnnxValue arranged(OnnxNode node, OnnxLayers layers, long... dims) {
        OnnxValue value = node.input(0);
        if (value instanceof Floats floats) {
            return new Floats(floats.name(), dims, floats.data());
        }
        if (value instanceof Ints ints) {
            return new Ints(ints.name(), dims, ints.data());
        }
        if (value instanceof OnnxPicked picked) {
            return picked.under(node, onePicture(dims, layers));
        }
        OnnxView view = layers.view(node, value).reshaped(dims);
        return becomesVector(value, view)
                ? layers.add(node.name(), new Flatten(), OnnxView.filled(view.roles()), view.maps())
                : named(view);
    }

    /** Maps of one position that a graph makes a vector of: the numbers stay, but readers look for the node as a layer. */
    private static boolean becomesVector(OnnxValue value, OnnxView view) {
        return value instanceof Maps maps
                && maps.rank() == Side.PLAIN.size()
                && maps.isPlain()
                && maps.shape().isFlat()
                && view.axes().size() < maps.rank();
    }

    /** The maps again where the array is no more than those. */
    private static OnnxValue named(OnnxView view) {
        return view.asMaps().<OnnxValue>map(maps -> maps).orElse(view);
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
