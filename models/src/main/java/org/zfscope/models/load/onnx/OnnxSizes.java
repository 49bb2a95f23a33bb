package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;

/** Operators that ask for the dims of an array, or make lists of numbers on the way to other dims. */
final class OnnxSizes {

    /** Numbers that one list may have. */
    private static final int MAX = 1 << 20;

    private OnnxSizes() {}

    static OnnxValue shape(OnnxNode node, OnnxLayers layers) {
        long[] dims = dims(node, layers);
        int start = within(node.integer("start", 0), dims.length);
        int end = within(node.integer("end", dims.length), dims.length);
        return list(node, Arrays.copyOfRange(dims, start, Math.max(start, end)));
    }

    static OnnxValue size(OnnxNode node, OnnxLayers layers) {
        return new Ints(node.output(), new long[0], new long[] {OnnxDims.size(dims(node, layers))});
    }

    private static long[] dims(OnnxNode node, OnnxLayers layers) {
        OnnxValue value = node.input(0);
        if (value instanceof OnnxPicked picked) {
            long[] dims = picked.dims().clone();
            if (dims.length > 0 && dims[0] == 1) {
                dims[0] = layers.batch();
            }
            return dims;
        }
        return OnnxNumbers.of(value).map(OnnxNumbers::dims).orElseGet(() -> layers.view(node, value)
                .dims());
    }

    private static int within(int index, int length) {
        return Math.max(0, Math.min(index < 0 ? index + length : index, length));
    }

    /** Lists and arrays one after the other along their first axis. */
    static OnnxValue concat(OnnxNode node) {
        List<OnnxNumbers> parts = new ArrayList<>();
        for (int i = 0; i < node.inputs(); i++) {
            OnnxNumbers part = OnnxNumbers.of(node.input(i))
                    .orElseThrow(() -> new NoLayerException(say(
                            "models.onnx-sizes.constants-and-maps",
                            node.input(0).described())));
            if (part.dims().length < 1) {
                throw new IllegalArgumentException(say("models.onnx-sizes.only-lists"));
            }
            parts.add(part);
        }
        long[] dims = parts.get(0).dims().clone();
        int axis = OnnxDims.axis(node.integer("axis", 0), dims.length);
        return joined(parts, axis).value(node);
    }

    private static OnnxNumbers joined(List<OnnxNumbers> parts, int axis) {
        long[] dims = parts.get(0).dims().clone();
        dims[axis] = parts.stream().mapToLong(p -> p.dims()[axis]).sum();
        for (OnnxNumbers part : parts) {
            long[] others = part.dims().clone();
            others[axis] = dims[axis];
            if (part.whole() != parts.get(0).whole() || !Arrays.equals(others, dims)) {
                throw new IllegalArgumentException(say("models.onnx-sizes.only-lists"));
            }
        }
        int inner = OnnxDims.size(Arrays.copyOfRange(dims, axis + 1, dims.length));
        int outer = OnnxDims.size(Arrays.copyOfRange(dims, 0, axis));
        double[] values = IntStream.range(0, outer)
                .boxed()
                .flatMapToDouble(o -> parts.stream().flatMapToDouble(p -> {
                    int run = Math.toIntExact(p.dims()[axis]) * inner;
                    return Arrays.stream(p.values(), o * run, (o + 1) * run);
                }))
                .toArray();
        return new OnnxNumbers(dims, values, parts.get(0).whole());
    }

    static OnnxValue range(OnnxNode node, OnnxLayers layers) {
        double start = number(node, 0);
        double step = number(node, 2);
        double count = Math.max(0, Math.ceil((number(node, 1) - start) / step));
        if (!(count <= MAX)) {
            throw new IllegalArgumentException(say("models.onnx-sizes.too-long", count, MAX));
        }
        double[] values = IntStream.range(0, (int) count)
                .mapToDouble(i -> start + i * step)
                .toArray();
        return new OnnxNumbers(new long[] {values.length}, values, node.input(0) instanceof Ints).value(node);
    }

    private static double number(OnnxNode node, int input) {
        return OnnxNumbers.of(node.input(input))
                .filter(numbers -> numbers.values().length == 1)
                .orElseThrow(() -> new IllegalArgumentException(say(
                        "models.onnx-sizes.one-number", input, node.input(input).described())))
                .values()[0];
    }

    static OnnxValue constantOfShape(OnnxNode node, OnnxLayers layers) {
        long[] dims = node.ints(0).data();
        OnnxNumbers one = node.tensor("value")
                .flatMap(OnnxNumbers::of)
                .orElseGet(() -> new OnnxNumbers(new long[] {1}, new double[] {0}, false));
        long most = one.whole() ? MAX : OnnxBudget.largest();
        if (one.values().length != 1
                || LongStream.of(dims).anyMatch(d -> d < 0 || d > most)
                || OnnxDims.size(dims) > most) {
            throw new IllegalArgumentException(say("models.onnx-sizes.too-long", Arrays.toString(dims), most));
        }
        if (!one.whole()) {
            return new Floats(node.output(), dims, filled((float) one.values()[0], OnnxDims.size(dims)));
        }
        double[] values = DoubleStream.generate(() -> one.values()[0])
                .limit(OnnxDims.size(dims))
                .toArray();
        return new OnnxNumbers(dims, values, one.whole()).value(node);
    }

    private static FloatBuffer filled(float value, int size) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return FloatBuffer.wrap(values);
    }

    /** Between constants; or zeros in the place of some of a layer's numbers. */
    static OnnxValue where(OnnxNode node, OnnxLayers layers) {
        Ints condition = node.ints(0);
        OnnxValue other = node.input(2);
        if (OnnxNumbers.of(other).isEmpty()) {
            OnnxNumbers zero = OnnxNumbers.of(node.input(1))
                    .filter(n -> Arrays.stream(n.values()).allMatch(v -> v == 0))
                    .orElseThrow(() -> new IllegalArgumentException(say("models.onnx-sizes.where")));
            OnnxPicked view = OnnxSelections.picked(node, layers, other);
            long[] dims = OnnxPicks.together(zero.dims(), view.dims());
            return OnnxSelections.blanked(node, view.picked(node, OnnxPicks.spread(view.dims(), dims)), condition);
        }
        OnnxNumbers yes = OnnxNumbers.of(node.input(1))
                .orElseThrow(() -> new IllegalArgumentException(say("models.onnx-sizes.where")));
        return chosen(condition, yes, OnnxNumbers.of(other).orElseThrow()).value(node);
    }

    private static OnnxNumbers chosen(Ints condition, OnnxNumbers yes, OnnxNumbers no) {
        long[] dims = OnnxPicks.together(OnnxPicks.together(condition.dims(), yes.dims()), no.dims());
        int[] conditions = OnnxPicks.spread(condition.dims(), dims).at();
        int[] yeses = OnnxPicks.spread(yes.dims(), dims).at();
        int[] noes = OnnxPicks.spread(no.dims(), dims).at();
        double[] values = new double[conditions.length];
        Arrays.setAll(
                values, i -> condition.data()[conditions[i]] != 0 ? yes.values()[yeses[i]] : no.values()[noes[i]]);
        return new OnnxNumbers(dims, values, yes.whole());
    }

    private static Ints list(OnnxNode node, long... data) {
        return new Ints(node.output(), new long[] {data.length}, data);
    }
}
