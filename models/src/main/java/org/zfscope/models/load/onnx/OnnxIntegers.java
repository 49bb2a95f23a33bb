package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.zfscope.models.load.onnx.OnnxValue.Ints;

/**
 * Whole numbers on the way to a shape: PyTorch writes {@code x.view(x.size(0), -1)} as half a dozen nodes, which are
 * worked out here while loading.
 */
final class OnnxIntegers {

    private OnnxIntegers() {}

    static OnnxValue shape(OnnxNode node, OnnxLayers layers) {
        long[] dims = dims(node, layers);
        int start = within(node.integer("start", 0), dims.length);
        int end = within(node.integer("end", dims.length), dims.length);
        return vector(node, Arrays.copyOfRange(dims, start, Math.max(start, end)));
    }

    private static long[] dims(OnnxNode node, OnnxLayers layers) {
        OnnxValue value = node.input(0);
        if (value instanceof OnnxValue.Floats floats) {
            return floats.dims();
        }
        return value instanceof Ints ints ? ints.dims() : layers.view(node, value).dims();
    }

    static OnnxValue gather(OnnxNode node, OnnxLayers layers) {
        long[] from = line(node, 0);
        Ints indices = node.ints(1);
        long[] out = Arrays.stream(indices.data())
                .map(i -> from[OnnxDims.axis(Math.toIntExact(i), from.length)])
                .toArray();
        return new Ints(node.output(), indices.dims(), out);
    }

    static OnnxValue slice(OnnxNode node, OnnxLayers layers) {
        long[] from = line(node, 0);
        int[] starts = node.integers("starts", 1);
        int[] ends = node.integers("ends", 2);
        int[] steps = node.integers("steps", 4);
        if (starts.length != 1 || ends.length != 1 || (steps.length > 0 && steps[0] != 1)) {
            throw new IllegalArgumentException(say("models.onnx-integers.only-plain-slices-lists"));
        }
        int start = within(starts[0], from.length);
        return vector(node, Arrays.copyOfRange(from, start, Math.max(start, within(ends[0], from.length))));
    }

    static OnnxValue concat(OnnxNode node) {
        return vector(
                node,
                IntStream.range(0, node.inputs())
                        .mapToObj(i -> line(node, i))
                        .flatMapToLong(LongStream::of)
                        .toArray());
    }

    /** Number by number; a single one goes with all. */
    static OnnxValue each(OnnxNode node, LongBinaryOperator operator) {
        Ints a = node.ints(0);
        Ints b = node.ints(1);
        Ints longer = a.data().length < b.data().length ? b : a;
        int count = longer.data().length;
        if (!goes(a, count) || !goes(b, count)) {
            throw new IllegalArgumentException(say("models.onnx-integers.lists-different-lengths"));
        }
        long[] out = new long[count];
        Arrays.setAll(out, i -> operator.applyAsLong(a.data()[i % a.data().length], b.data()[i % b.data().length]));
        return new Ints(node.output(), longer.dims(), out);
    }

    private static boolean goes(Ints numbers, int count) {
        return numbers.data().length == count || numbers.data().length == 1;
    }

    private static long[] line(OnnxNode node, int i) {
        if (node.ints(i).dims().length != 1 || node.integer("axis", 0) > 0) {
            throw new IllegalArgumentException(say("models.onnx-integers.whole-numbers-only-lists"));
        }
        return node.ints(i).data();
    }

    private static int within(int index, int length) {
        return Math.max(0, Math.min(index < 0 ? index + length : index, length));
    }

    private static Ints vector(OnnxNode node, long... data) {
        return new Ints(node.output(), new long[] {data.length}, data);
    }
}
