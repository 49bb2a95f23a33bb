package org.zfscope.viz.chart;

/** A small church with a steeple. (x, y) is its lower left corner. */
record Church(double x, double y) {

    private static final Colour WALL = Colour.of(0xF1EBDD);
    private static final Colour ROOF = Colour.of(0x9C3B26);
    private static final Colour SLATE = Colour.of(0x3B4554);
    private static final Colour GLASS = Colour.of(0x24364F);

    Colour over(Colour below, double px, double py) {
        double u = px - x;
        double v = y - py; // upwards
        Colour nave = nave(below, u, v);
        return tower(nave, u, v);
    }

    private static Colour nave(Colour below, double u, double v) {
        boolean wall = u > 0.09 && u < 0.33 && v > 0 && v < 0.11;
        double eaves = v - 0.105;
        boolean roof = eaves > 0 && eaves < 0.09 && u > 0.09 && u < 0.345 - 0.45 * eaves;
        if (roof) {
            double tiles = 0.9 + 0.1 * Math.signum(Math.sin(u * 420) * Math.sin(eaves * 420));
            return ROOF.times(tiles * (0.85 + eaves));
        }
        if (!wall) {
            return below;
        }
        for (int i = 0; i < 3; i++) {
            if (arch(u - 0.155 - 0.062 * i, v - 0.025, 0.016, 0.055)) {
                return GLASS;
            }
        }
        return WALL.times(0.88 + 0.04 * Noise.value(300 * u, 200 * v));
    }

    private static Colour tower(Colour below, double u, double v) {
        double middle = u - 0.06;
        boolean wall = Math.abs(middle) < 0.05 && v > 0 && v < 0.25;
        boolean spire = v >= 0.25 && v < 0.45 && Math.abs(middle) < 0.058 * (0.45 - v) / 0.2;
        boolean post = Math.abs(middle) < 0.003 && v >= 0.44 && v < 0.50;
        boolean beam = Math.abs(middle) < 0.013 && Math.abs(v - 0.482) < 0.003;
        if (post || beam) {
            return Colour.of(0xD8A62A);
        }
        if (spire) {
            return SLATE.times(middle < 0 ? 1.25 : 0.8);
        }
        if (!wall) {
            return below;
        }
        boolean open = arch(middle, v - 0.17, 0.014, 0.05) || arch(middle, v, 0.018, 0.07);
        boolean clock = Math.hypot(middle, v - 0.14) < 0.018;
        return open ? GLASS : clock ? Colour.WHITE : WALL.times(middle < 0.02 ? 1 : 0.82);
    }

    /** An opening with a round top, standing on v = 0 around u = 0. */
    private static boolean arch(double u, double v, double half, double height) {
        boolean door = Math.abs(u) < half && v > 0 && v < height - half;
        return door || Math.hypot(u, v - (height - half)) < half;
    }
}
