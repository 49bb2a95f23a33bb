package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How ONNX's reshaping operators change the sides of an array, whatever is in it. */
final class OnnxDims {

    private OnnxDims() {}

    /** The product, which no product of a part may overflow either. */
    static int size(long[] dims) {
        long size = 1;
        for (long dim : dims) {
            if (dim < 0 || dim > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(say("models.onnx-dims.dims-sizes", Arrays.toString(dims)));
            }
            size = Math.multiplyExact((int) size, (int) dim);
        }
        return (int) size;
    }

    /** The target with its 0 (as before) and -1 (what is left) worked out. */
    static long[] reshaped(long[] dims, long[] target) {
        long[] out = target.clone();
        int open = -1;
        long known = 1;
        for (int i = 0; i < out.length; i++) {
            if (out[i] == -1 && open < 0) {
                open = i;
                continue;
            }
            out[i] = out[i] == 0 && i < dims.length ? dims[i] : out[i];
            known = Math.multiplyExact(known, out[i]);
        }
        if (open >= 0 && known > 0) {
            out[open] = size(dims) / known;
            known *= out[open];
        }
        if (known != size(dims) || Arrays.stream(out).anyMatch(d -> d < 0)) {
            throw new IllegalArgumentException(
                    say("models.onnx-dims.array-dims-cannot-get", Arrays.toString(dims), Arrays.toString(target)));
        }
        return out;
    }

    /** Without the given axes, which must have one position; no axes: without all such. */
    static long[] squeezed(long[] dims, int[] axes) {
        boolean[] gone = new boolean[dims.length];
        for (int axis : axes) {
            gone[axis(axis, dims.length)] = true;
        }
        for (int i = 0; i < dims.length; i++) {
            gone[i] |= axes.length == 0 && dims[i] == 1;
            if (gone[i] && dims[i] != 1) {
                throw new IllegalArgumentException(say("models.onnx-dims.axis-1", i, Arrays.toString(dims)));
            }
        }
        return IntStream.range(0, dims.length)
                .filter(i -> !gone[i])
                .mapToLong(i -> dims[i])
                .toArray();
    }

    /** With an axis of one position at each of the given places of the result. */
    static long[] unsqueezed(long[] dims, int[] axes) {
        long[] out = new long[dims.length + axes.length];
        for (int axis : axes) {
            out[axis(axis, out.length)] = 1;
        }
        int next = 0;
        for (int i = 0; i < out.length; i++) {
            if (out[i] == 0) {
                if (next == dims.length) {
                    throw new IllegalArgumentException(
                            say("models.onnx-dims.axes-name-one-twice", Arrays.toString(axes)));
                }
                out[i] = dims[next++];
            }
        }
        return out;
    }

    /** Negative axes count from the end. */
    static int axis(int axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new IllegalArgumentException(say("models.onnx-dims.axis-axes", axis, rank));
        }
        return axis < 0 ? axis + rank : axis;
    }
}
