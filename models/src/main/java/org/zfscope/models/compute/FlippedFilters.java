package org.zfscope.models.compute;

import java.nio.FloatBuffer;

/**
 * Filters turned round for the way back. Where a layer has a stride, only every so many rows and columns of a filter meet
 * one pixel: the filter falls into {@code vertical * horizontal} phases, smaller filters that fill every so many pixels
 * each.
 *
 * <p>A row of a 5x5 filter at stride 2, say w0 w1 w2 w3 w4, meets the pixels below like this (padding left aside):
 *
 * <pre>
 * pixel      0   1   2   3   4   5   6
 * signal 0   w0  w1  w2  w3  w4
 * signal 1           w0  w1  w2  w3  w4
 * </pre>
 *
 * Pixel 2 gets s0 w2 + s1 w0 (and s(-1) w4), pixel 3 gets s0 w3 + s1 w1: even pixels see w0 w2 w4 only, odd ones w1 w3. So
 * there are two phases each way, four in all, of ceil(5 / 2) = 3 weights a row: flipped, {@code w4 w2 w0} and
 * {@code 0 w3 w1}. A plain convolution of the signal with them gives the even and the odd pixels as two maps, which
 * {@link Phases} weaves together.
 *
 * @param filters of one group
 * @param channels that each of them sees
 * @param vertical stride from row to row
 */
public record FlippedFilters(int filters, int channels, int height, int width, int vertical, int horizontal) {

    /** Small filters for each channel below. */
    public int phases() {
        return vertical * horizontal;
    }

    /** Rows of a phase. */
    public int rows() {
        return (height + vertical - 1) / vertical;
    }

    /** Columns of a phase. */
    public int columns() {
        return (width + horizontal - 1) / horizontal;
    }

    /** Weights of all phases. */
    public long size() {
        return (long) channels * phases() * filters * rows() * columns();
    }

    /**
     * Flips each phase vertically and horizontally and exchanges inputs and outputs. A filter that a stride does not divide
     * is filled up with zeros.
     *
     * @param from [filters, channels, height, width]
     * @param to [channels * phases, filters, rows, columns]
     */
    public void write(FloatBuffer from, FloatBuffer to) {
        float[] filter = new float[height * width];
        for (int i = 0; i < filters * channels; i++) {
            from.get(i * filter.length, filter);
            for (int phase = 0; phase < phases(); phase++) {
                float[] part = phase(filter, phase);
                int below = i % channels * phases() + phase;
                to.put((below * filters + i / channels) * part.length, part);
            }
        }
    }

    /** Phase p has the weights at rows p / horizontal + k * vertical and columns p % horizontal + k * horizontal, last first. */
    private float[] phase(float[] filter, int phase) {
        float[] part = new float[rows() * columns()];
        for (int p = 0; p < part.length; p++) {
            int y = phase / horizontal + (rows() - 1 - p / columns()) * vertical;
            int x = phase % horizontal + (columns() - 1 - p % columns()) * horizontal;
            part[p] = y < height && x < width ? filter[y * width + x] : 0;
        }
        return part;
    }
}
