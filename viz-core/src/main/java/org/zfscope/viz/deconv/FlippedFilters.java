package org.zfscope.viz.deconv;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Native;

/**
 * Filters turned round for the way back. Where a layer has a stride, only every so many rows and columns of a filter meet
 * one pixel: the filter falls into {@code vertical * horizontal} phases, smaller filters that fill every so many pixels
 * each.
 */
final class FlippedFilters {

    private FlippedFilters() {}

    /**
     * From [out, in, height, width] a new [in * vertical * horizontal, out, rows, columns]: each phase flipped vertically
     * and horizontally. A filter that a stride does not divide is filled up with zeros.
     */
    static INDArray of(INDArray filters, int vertical, int horizontal) {
        int out = (int) filters.size(0);
        int in = (int) filters.size(1);
        int height = (int) filters.size(2);
        int width = (int) filters.size(3);
        int rows = (height + vertical - 1) / vertical;
        int columns = (width + horizontal - 1) / horizontal;
        int phases = vertical * horizontal;
        INDArray flipped = Native.allocate((long) in * phases, out, rows, columns);
        FloatBuffer from = Native.floats(filters);
        FloatBuffer to = Native.floats(flipped);
        float[] filter = new float[height * width];
        float[] part = new float[rows * columns];
        for (int map = 0; map < out * in; map++) {
            from.get(map * filter.length, filter);
            for (int phase = 0; phase < phases; phase++) {
                for (int p = 0; p < part.length; p++) {
                    int y = phase / horizontal + (rows - 1 - p / columns) * vertical;
                    int x = phase % horizontal + (columns - 1 - p % columns) * horizontal;
                    part[p] = y < height && x < width ? filter[y * width + x] : 0;
                }
                to.put(((map % in * phases + phase) * out + map / in) * part.length, part);
            }
        }
        return flipped;
    }
}
