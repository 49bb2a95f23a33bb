package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.load.onnx.OnnxValue.Several;

/** Operators that take some of the numbers there are, or put them in another order: of constants now, of maps as a layer. */
final class OnnxSelections {

    private static final int SPLIT_BY_COUNT = 18;

    private OnnxSelections() {}

    /** Of constants; how maps are transposed, {@link OnnxShapes} knows. */
    static OnnxValue transposed(OnnxNode node, OnnxLayers layers, int... order) {
        return picked(node, layers, OnnxPicks.transposed(dims(node, layers), order));
    }

    static OnnxValue slice(OnnxNode node, OnnxLayers layers) {
        int[] starts = node.integers("starts", 1);
        int[] ends = node.integers("ends", 2);
        int[] axes = node.integers("axes", 3);
        int[] steps = node.integers("steps", 4);
        if (starts.length != ends.length
                || (axes.length > 0 && axes.length != starts.length)
                || (steps.length > 0 && steps.length != starts.length)) {
            throw new IllegalArgumentException(say("models.onnx-selections.starts-ends", starts.length, ends.length));
        }
        OnnxValue value = node.input(0);
        for (int i = 0; i < starts.length; i++) {
            long[] dims = dims(value, node, layers);
            int axis = OnnxDims.axis(axes.length > 0 ? axes[i] : i, dims.length);
            int[] positions =
                    positions(starts[i], ends[i], steps.length > 0 ? steps[i] : 1, Math.toIntExact(dims[axis]));
            if (positions.length != dims[axis] || steps.length > 0) {
                value = along(node, layers, value, axis, positions);
            }
        }
        return value;
    }

    /** As Python counts: negative numbers from the end, and what is too far ends at the border. */
    private static int[] positions(int start, int end, int step, int side) {
        if (step == 0) {
            throw new IllegalArgumentException(say("models.onnx-selections.step-zero"));
        }
        int low = step > 0 ? 0 : -1;
        int high = step > 0 ? side : side - 1;
        long first = Math.max(low, Math.min(high, start < 0 ? (long) start + side : start));
        long last = Math.max(low, Math.min(high, end < 0 ? (long) end + side : end));
        return LongStream.iterate(first, i -> step > 0 ? i < last : i > last, i -> i + step)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    static OnnxValue gather(OnnxNode node, OnnxLayers layers) {
        long[] dims = dims(node, layers);
        int axis = OnnxDims.axis(node.integer("axis", 0), dims.length);
        Ints indices = node.ints(1);
        int[] positions = Arrays.stream(indices.data())
                .mapToInt(i -> OnnxPicks.position(i, dims[axis]))
                .toArray();
        long[] out = LongStream.concat(
                        LongStream.concat(Arrays.stream(dims, 0, axis), Arrays.stream(indices.dims())),
                        Arrays.stream(dims, axis + 1, dims.length))
                .toArray();
        return indices.dims().length == 1
                ? along(node, layers, node.input(0), axis, positions)
                : picked(node, layers, OnnxPicks.along(dims, axis, positions).under(out));
    }

    static OnnxValue gatherNd(OnnxNode node, OnnxLayers layers) {
        Ints indices = node.ints(1);
        if (node.integer("batch_dims", 0) != 0 || indices.dims().length == 0) {
            throw new IllegalArgumentException(say("models.onnx-selections.batch-dims"));
        }
        return picked(node, layers, OnnxPicks.named(dims(node, layers), indices.dims(), indices.data()));
    }

    static OnnxValue expand(OnnxNode node, OnnxLayers layers) {
        return picked(
                node, layers, OnnxPicks.spread(dims(node, layers), node.ints(1).data()));
    }

    static OnnxValue tile(OnnxNode node, OnnxLayers layers) {
        return picked(node, layers, OnnxPicks.tiled(dims(node, layers), node.integers("repeats", 1)));
    }

    static OnnxValue split(OnnxNode node, OnnxLayers layers) {
        long[] dims = dims(node, layers);
        int axis = OnnxDims.axis(node.integer("axis", 0), dims.length);
        List<OnnxValue> parts = new ArrayList<>();
        int first = 0;
        for (int size : sizes(node, Math.toIntExact(dims[axis]))) {
            int[] positions = IntStream.range(first, first + size).toArray();
            parts.add(along(node, layers, node.input(0), axis, positions));
            first += size;
        }
        return new Several(parts);
    }

    /** Said as a list, or as a number of parts the last of which may be smaller; nothing: as many parts as outputs. */
    private static int[] sizes(OnnxNode node, int side) {
        int[] said = node.integers("split", 1);
        int parts = node.opset() >= SPLIT_BY_COUNT ? node.integer("num_outputs", node.outputs()) : node.outputs();
        if (said.length == 0 && parts >= 1 && parts <= side) {
            int each = (side + parts - 1) / parts;
            said = IntStream.range(0, parts)
                    .map(i -> Math.max(0, Math.min(each, side - i * each)))
                    .toArray();
        }
        boolean fits = Arrays.stream(said).allMatch(s -> s >= 0 && s <= side);
        if (!fits
                || said.length != node.outputs()
                || Arrays.stream(said).asLongStream().sum() != side) {
            throw new IllegalArgumentException(
                    say("models.onnx-selections.split", Arrays.toString(said), side, node.outputs()));
        }
        return said;
    }

    /** Zeros in the place of some numbers, as a mask says: where the condition is true, and the first value is zero. */
    static OnnxPicked blanked(OnnxNode node, OnnxPicked view, Ints mask) {
        OnnxPicks whole = OnnxPicks.spread(view.dims(), mask.dims());
        OnnxPicks conditions = OnnxPicks.spread(mask.dims(), whole.dims());
        OnnxPicked out = view.picked(node, whole);
        boolean[] blank = new boolean[out.from().length];
        for (int i = 0; i < blank.length; i++) {
            blank[i] = mask.data()[conditions.at()[i]] != 0 || (out.blank().length > 0 && out.blank()[i]);
        }
        return new OnnxPicked(out.name(), out.base(), out.dims(), out.from(), blank, List.of());
    }

    /** Some positions on one axis; the axes stay what they are. */
    private static OnnxValue along(OnnxNode node, OnnxLayers layers, OnnxValue value, int axis, int... positions) {
        OnnxValue picked = picked(node, layers, value, OnnxPicks.along(dims(value, node, layers), axis, positions));
        return picked instanceof OnnxPicked view
                ? view.with(picked(node, layers, value).sides())
                : picked;
    }

    private static OnnxValue picked(OnnxNode node, OnnxLayers layers, OnnxPicks picks) {
        return picked(node, layers, node.input(0), picks);
    }

    private static OnnxValue picked(OnnxNode node, OnnxLayers layers, OnnxValue value, OnnxPicks picks) {
        if (value instanceof Ints ints) {
            return new Ints(
                    node.output(),
                    picks.dims(),
                    Arrays.stream(picks.at()).mapToLong(i -> ints.data()[i]).toArray());
        }
        if (value instanceof Floats floats) {
            FloatBuffer data = FloatBuffer.allocate(picks.at().length);
            for (int i : picks.at()) {
                data.put(floats.data().get(i));
            }
            return new Floats(node.output(), picks.dims(), data.rewind());
        }
        return picked(node, layers, value).picked(node, picks);
    }

    /** All numbers of maps, however the graph looks at them. */
    static OnnxPicked picked(OnnxNode node, OnnxLayers layers, OnnxValue value) {
        return value instanceof OnnxPicked picked ? picked : OnnxPicked.of(layers.view(node, value), node.name());
    }

    private static long[] dims(OnnxNode node, OnnxLayers layers) {
        return dims(node.input(0), node, layers);
    }

    private static long[] dims(OnnxValue value, OnnxNode node, OnnxLayers layers) {
        if (value instanceof Floats floats) {
            return floats.dims();
        }
        return value instanceof Ints ints
                ? ints.dims()
                : picked(node, layers, value).dims();
    }
}
