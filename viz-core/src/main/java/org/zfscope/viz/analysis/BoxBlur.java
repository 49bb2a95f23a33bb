package org.zfscope.viz.analysis;

/** Means over squares of pixels, cut off at the border. */
record BoxBlur(int height, int width, int radius) {

    /** Of a map [height, width], three times over, which is nearly a bell. */
    double[] of(double... map) {
        double[] blurred = map;
        for (int i = 0; i < 3; i++) {
            blurred = along(along(blurred, 1, width), width, height);
        }
        return blurred;
    }

    /** Neighbours are {@code apart} numbers apart, and there are {@code side} in a line. */
    private double[] along(double[] map, int apart, int side) {
        double[] blurred = new double[map.length];
        for (int i = 0; i < map.length; i++) {
            int place = i / apart % side;
            int from = Math.max(0, place - radius);
            int to = Math.min(side - 1, place + radius);
            double sum = 0;
            for (int k = from; k <= to; k++) {
                sum += map[i + (k - place) * apart];
            }
            blurred[i] = sum / (to - from + 1);
        }
        return blurred;
    }
}
