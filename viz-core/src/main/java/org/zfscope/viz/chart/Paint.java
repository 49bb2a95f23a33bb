package org.zfscope.viz.chart;

import java.util.stream.IntStream;
import org.zfscope.models.image.RgbImage;

/** A picture as a formula: a colour for each place, x to the right and y downwards from 0 to 1. */
@FunctionalInterface
interface Paint {

    /** Samples across and down each pixel, whose mean is its colour. */
    int SAMPLES = 4;

    Colour at(double x, double y);

    /** The square picture of that side. */
    default RgbImage draw(int side) {
        int[] pixels = IntStream.range(0, side * side)
                .parallel()
                .map(i -> pixel(i % side, i / side, side))
                .toArray();
        return new RgbImage(side, side, pixels);
    }

    private int pixel(int column, int row, int side) {
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int down = i / SAMPLES;
            double x = (column + (i % SAMPLES + 0.5) / SAMPLES) / side;
            double y = (row + (down + 0.5) / SAMPLES) / side;
            Colour colour = at(x, y);
            red += colour.red();
            green += colour.green();
            blue += colour.blue();
        }
        return RgbImage.rgb(level(red), level(green), level(blue));
    }

    private static int level(double sum) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, sum / (SAMPLES * SAMPLES))));
    }
}
