package org.zfscope.models.train;

import java.nio.FloatBuffer;

/**
 * A square part of a picture as a network sees it.
 *
 * @param x left edge, in pixels of the picture
 * @param y upper edge
 * @param size side
 * @param gain what values are multiplied by
 */
record Crop(double x, double y, double size, boolean mirrored, double gain) {

    /** A part at its natural size. */
    static Crop at(int x, int y, int size, boolean mirrored) {
        return new Crop(x, y, size, mirrored, 1);
    }

    /**
     * Writes the part, scaled bilinearly, as [3, side, side] from {@code at} on: (value - mean) * scale.
     *
     * @param picture red, green and blue of each pixel, row by row
     * @param width of the picture, which is square
     */
    void write(byte[] picture, int width, Colours colours, FloatBuffer out, int at, int side) {
        float bright = (float) gain;
        int[] left = new int[side];
        float[] right = new float[side];
        for (int i = 0; i < side; i++) {
            int from = mirrored ? side - 1 - i : i;
            double place = place(x, from, side, width);
            left[i] = (int) place;
            right[i] = (float) (place - left[i]);
        }
        for (int row = 0; row < side; row++) {
            double place = place(y, row, side, width);
            int above = (int) place;
            int upper = above * width;
            int lower = Math.min(above + 1, width - 1) * width;
            float down = (float) (place - above);
            for (int i = 0; i < side; i++) {
                int a = left[i];
                int b = Math.min(a + 1, width - 1);
                for (int c = 0; c < 3; c++) {
                    int from = colours.order()[c];
                    float top = mix(value(picture, upper + a, from), value(picture, upper + b, from), right[i]);
                    float bottom = mix(value(picture, lower + a, from), value(picture, lower + b, from), right[i]);
                    float value = Math.min(255, bright * mix(top, bottom, down));
                    out.put(at + (c * side + row) * side + i, (value - colours.mean()[c]) * colours.scale()[c]);
                }
            }
        }
    }

    /** Where the centre of pixel i lies in the picture. */
    private double place(double start, int i, int side, int width) {
        return Math.max(0, Math.min(width - 1, start + (i + 0.5) * size / side - 0.5));
    }

    private static float mix(float a, float b, float part) {
        return a + (b - a) * part;
    }

    private static int value(byte[] picture, int pixel, int channel) {
        return picture[3 * pixel + channel] & 0xFF;
    }
}
