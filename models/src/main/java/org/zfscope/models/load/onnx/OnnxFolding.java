package org.zfscope.models.load.onnx;

import java.nio.FloatBuffer;
import org.zfscope.models.load.onnx.OnnxValue.Floats;

/** Constants that are worked out while loading. */
final class OnnxFolding {

    private OnnxFolding() {}

    /** The axes in another order, the numbers with them. */
    static Floats transposed(Floats floats, int... order) {
        long[] from = floats.dims();
        int rank = from.length;
        long[] dims = new long[rank];
        int[] steps = new int[rank]; // in the old array, of an axis of the new one
        for (int i = 0; i < rank; i++) {
            dims[i] = from[order[i]];
            steps[i] = 1;
            for (int after = order[i] + 1; after < rank; after++) {
                steps[i] *= Math.toIntExact(from[after]);
            }
        }
        float[] out = new float[floats.data().capacity()];
        for (int i = 0; i < out.length; i++) {
            int left = i;
            int at = 0;
            for (int axis = rank - 1; axis >= 0; axis--) {
                at += left % (int) dims[axis] * steps[axis];
                left /= (int) dims[axis];
            }
            out[i] = floats.data().get(at);
        }
        return new Floats(floats.name(), dims, FloatBuffer.wrap(out));
    }
}
