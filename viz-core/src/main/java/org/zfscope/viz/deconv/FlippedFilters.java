package org.zfscope.viz.deconv;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Native;

/** Filters turned round for the way back. */
final class FlippedFilters {

    private FlippedFilters() {}

    /** From [out, in, height, width] a new [in, out, height, width], each filter flipped vertically and horizontally. */
    static INDArray of(INDArray filters) {
        int out = (int) filters.size(0);
        int in = (int) filters.size(1);
        int area = (int) (filters.size(2) * filters.size(3));
        INDArray flipped = Native.allocate(in, out, filters.size(2), filters.size(3));
        FloatBuffer from = Native.floats(filters);
        FloatBuffer to = Native.floats(flipped);
        float[] filter = new float[in * area];
        for (int o = 0; o < out; o++) {
            from.get(o * filter.length, filter);
            for (int i = 0; i < in; i++) {
                for (int p = 0; p < area; p++) {
                    to.put((i * out + o) * area + p, filter[i * area + area - 1 - p]);
                }
            }
        }
        return flipped;
    }
}
