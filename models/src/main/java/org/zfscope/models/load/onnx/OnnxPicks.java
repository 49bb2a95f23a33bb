package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Which elements of an array an operator takes, and in what order: transposing, slicing, gathering, repeating. It is the same
 * whatever is in the array, so it is worked out once here for constants and for layers' outputs.
 *
 * @param dims of the result
 * @param at for each element of the result which one of the array it is, both counted row by row
 */
record OnnxPicks(long[] dims, int[] at) {

    /** Elements that one result may have. */
    private static final int MAX = 1 << 24;

    private static OnnxPicks walk(long[] dims, ToIntFunction<int[]> source) {
        OnnxLayers.requireBounded(say("models.onnx-picks.array", Arrays.toString(dims)), positive(dims));
        if (OnnxDims.size(dims) > MAX) {
            throw new IllegalArgumentException(say("models.onnx-picks.too-many", Arrays.toString(dims), MAX));
        }
        int[] at = new int[OnnxDims.size(dims)];
        int[] index = new int[dims.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = source.applyAsInt(index);
            advance(index, dims);
        }
        return new OnnxPicks(dims, at);
    }

    private static long[] positive(long... dims) {
        return LongStream.of(dims).map(d -> Math.max(1, d)).toArray();
    }

    private static void advance(int[] index, long[] dims) {
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            index[axis]++;
            if (index[axis] < dims[axis]) {
                return;
            }
            index[axis] = 0;
        }
    }

    private static int[] strides(long[] dims) {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = Math.multiplyExact(stride, (int) dims[axis]);
        }
        return strides;
    }

    /** Each element lies where what its positions on the axes stand for add up to. */
    static OnnxPicks summed(int[]... offsets) {
        long[] dims = Arrays.stream(offsets).mapToLong(axis -> axis.length).toArray();
        return walk(dims, index -> {
            int at = 0;
            for (int axis = 0; axis < index.length; axis++) {
                at += offsets[axis][index[axis]];
            }
            return at;
        });
    }

    /** The same under other dims. */
    OnnxPicks under(long... others) {
        return new OnnxPicks(others, at);
    }

    static OnnxPicks transposed(long[] dims, int... permutation) {
        int[] sorted = Arrays.stream(permutation).sorted().toArray();
        if (!Arrays.equals(sorted, IntStream.range(0, dims.length).toArray())) {
            throw new IllegalArgumentException(
                    say("models.onnx-picks.no-permutation", Arrays.toString(permutation), Arrays.toString(dims)));
        }
        int[] strides = strides(dims);
        long[] out = Arrays.stream(permutation).mapToLong(axis -> dims[axis]).toArray();
        return walk(out, index -> {
            int at = 0;
            for (int i = 0; i < index.length; i++) {
                at += index[i] * strides[permutation[i]];
            }
            return at;
        });
    }

    /** Some positions along one axis. */
    static OnnxPicks along(long[] dims, int axis, int... positions) {
        long[] out = dims.clone();
        out[axis] = positions.length;
        int[] strides = strides(dims);
        return walk(out, index -> {
            int at = 0;
            for (int i = 0; i < index.length; i++) {
                at += (i == axis ? positions[index[i]] : index[i]) * strides[i];
            }
            return at;
        });
    }

    /** Elements that are named by their positions on the first axes: the last side of the indices says on how many. */
    static OnnxPicks named(long[] dims, long[] indexDims, long... indices) {
        int axes = (int) indexDims[indexDims.length - 1];
        if (axes < 1 || axes > dims.length) {
            throw new IllegalArgumentException(say("models.onnx-picks.axes-named", axes, Arrays.toString(dims)));
        }
        long[] rest = Arrays.copyOfRange(dims, axes, dims.length);
        long[] out = LongStream.concat(Arrays.stream(indexDims, 0, indexDims.length - 1), Arrays.stream(rest))
                .toArray();
        int[] strides = strides(dims);
        int each = OnnxDims.size(rest);
        int[] counter = new int[1];
        return walk(out, index -> {
            int element = counter[0]++;
            int at = element % each;
            for (int axis = 0; axis < axes; axis++) {
                long position = indices[element / each * axes + axis];
                at += position(position, dims[axis]) * strides[axis];
            }
            return at;
        });
    }

    /** Negative positions count from the end. */
    static int position(long position, long side) {
        return OnnxDims.axis(Math.toIntExact(position), Math.toIntExact(side));
    }

    /** Repeated where there is one position and the target has more. */
    static OnnxPicks spread(long[] dims, long... target) {
        long[] out = together(dims, target);
        int before = out.length - dims.length;
        int[] strides = strides(dims);
        return walk(out, index -> {
            int at = 0;
            for (int i = 0; i < dims.length; i++) {
                at += dims[i] == 1 ? 0 : index[i + before] * strides[i];
            }
            return at;
        });
    }

    /** The whole array as often along each axis as the repeats say. */
    static OnnxPicks tiled(long[] dims, int... repeats) {
        if (repeats.length != dims.length || Arrays.stream(repeats).anyMatch(r -> r < 1)) {
            throw new IllegalArgumentException(
                    say("models.onnx-picks.repeats", Arrays.toString(repeats), Arrays.toString(dims)));
        }
        long[] out = new long[dims.length];
        Arrays.setAll(out, i -> Math.multiplyExact(dims[i], (long) repeats[i]));
        int[] strides = strides(dims);
        return walk(out, index -> {
            int at = 0;
            for (int i = 0; i < dims.length; i++) {
                at += (int) (index[i] % dims[i]) * strides[i];
            }
            return at;
        });
    }

    /** The dims that two arrays have together, as NumPy says: aligned at the end, and one position goes with any number. */
    static long[] together(long[] a, long... b) {
        long[] out = new long[Math.max(a.length, b.length)];
        for (int i = 1; i <= out.length; i++) {
            long left = i > a.length ? 1 : a[a.length - i];
            long right = i > b.length ? 1 : b[b.length - i];
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException(
                        say("models.onnx-picks.do-go-together", Arrays.toString(a), Arrays.toString(b)));
            }
            out[out.length - i] = left == 1 ? right : left;
        }
        return out;
    }
}
