package org.zfscope.viz.analysis;

import org.zfscope.models.tensor.Tensor;

/**
 * How a picture is moved within its frame, about its centre [Zeiler2014 fig. 5]. What is uncovered is filled; between pixels
 * values are mixed in proportion. Whole pixels and quarter turns only move values and mix none.
 */
public enum Movement {
    /** Downwards, by pixels; negative upwards. */
    TRANSLATION(-60, 60, 6) {
        @Override
        double[] source(double down, double right, double amount) {
            return new double[] {down - amount, right};
        }
    },
    /** By how many times it becomes larger; more than 0. */
    SCALE(1, 1.8, 0.05) {
        @Override
        double[] source(double down, double right, double amount) {
            return new double[] {down / amount, right / amount};
        }
    },
    /** To the left, by degrees. */
    ROTATION(0, 350, 10) {
        @Override
        double[] source(double down, double right, double amount) {
            double cos = cosine(amount);
            double sin = cosine(amount - QUARTER);
            return new double[] {cos * down + sin * right, cos * right - sin * down};
        }
    };

    private static final double QUARTER = 90;

    private final double from;
    private final double to;
    private final double step;

    Movement(double from, double to, double step) {
        this.from = from;
        this.to = to;
        this.step = step;
    }

    /** The amounts of the paper's figure. */
    public Sweep usual() {
        return new Sweep(from, to, step);
    }

    /** Of degrees; exact at quarter turns. */
    static double cosine(double degrees) {
        double quarters = Math.abs(degrees) / QUARTER;
        if (quarters == Math.rint(quarters)) {
            return quarters % 2 == 1 ? 0 : quarters % 4 == 0 ? 1 : -1;
        }
        return Math.cos(Math.toRadians(degrees));
    }

    /** Where a place of the moved picture comes from, both seen from the centre. */
    abstract double[] source(double down, double right, double amount);

    /**
     * The moved picture.
     *
     * @param picture [channels, height, width]
     * @param fill of the same shape
     */
    public Tensor move(Tensor picture, Tensor fill, double amount) {
        int height = picture.shape().height();
        int width = picture.shape().width();
        Tensor moved = Tensor.zeros(picture.shape());
        double middle = (height - 1) / 2.0;
        double centre = (width - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double[] from = source(y - middle, x - centre, amount);
                for (int c = 0; c < picture.shape().channels(); c++) {
                    int at = (c * height + y) * width + x;
                    moved.values()[at] = mixed(picture, c, middle + from[0], centre + from[1], fill.values()[at]);
                }
            }
        }
        return moved;
    }

    /** Between the four nearest pixels. */
    private static float mixed(Tensor picture, int channel, double y, double x, float outside) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double down = y - top;
        double right = x - left;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double share = (i < 2 ? 1 - down : down) * (i % 2 == 0 ? 1 - right : right);
            if (share > 0) {
                sum += share * pixel(picture, channel, top + i / 2, left + i % 2, outside);
            }
        }
        return (float) sum;
    }

    private static float pixel(Tensor picture, int channel, int y, int x, float outside) {
        boolean inside = y >= 0
                && x >= 0
                && y < picture.shape().height()
                && x < picture.shape().width();
        return inside ? picture.at(channel, y, x) : outside;
    }
}
