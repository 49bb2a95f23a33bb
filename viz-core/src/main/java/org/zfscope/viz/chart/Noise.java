package org.zfscope.viz.chart;

/** Random values that depend on the place only, smooth in between [Perlin1985]. */
final class Noise {

    private Noise() {}

    /** From 0 to 1, changing from whole number to whole number. */
    static double value(double x, double y) {
        long column = (long) Math.floor(x);
        long row = (long) Math.floor(y);
        double right = smooth(x - column);
        double down = smooth(y - row);
        double top = mix(random(column, row), random(column + 1, row), right);
        double bottom = mix(random(column, row + 1), random(column + 1, row + 1), right);
        return mix(top, bottom, down);
    }

    /** Several octaves, each twice as fine and half as strong; from 0 to 1. */
    static double cloudy(double x, double y, int octaves) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < octaves; i++) {
            double weight = Math.pow(0.5, i);
            double fine = Math.pow(2, i);
            sum += weight * value(x * fine + 17 * i, y * fine + 31 * i);
            weights += weight;
        }
        return sum / weights;
    }

    /** 0 below from, 1 above to, smooth in between. */
    static double step(double from, double to, double value) {
        return smooth(Math.max(0, Math.min(1, (value - from) / (to - from))));
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** The mixing function of SplitMix64 [Steele2014]. */
    private static double random(long column, long row) {
        long z = column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53;
    }
}
