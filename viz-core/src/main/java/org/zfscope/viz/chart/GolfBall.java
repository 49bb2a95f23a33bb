package org.zfscope.viz.chart;

/** A golf ball in the sun, with its shadow. */
record GolfBall(double x, double y, double radius) {

    private static final int DIMPLES = 260;
    private static final double DIMPLE = 0.105; // as an angle
    private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

    Colour over(Colour below, double px, double py) {
        double u = (px - x) / radius;
        double v = (py - y) / radius;
        double square = u * u + v * v;
        if (square > 1) {
            double away = Math.hypot((u - 0.35) / 1.25, (v - 0.92) / 0.28);
            return below.times(1 - 0.55 * (1 - Noise.step(0.6, 1.1, away)));
        }
        double[] normal = {u, v, Math.sqrt(1 - square)};
        double light = light(dented(normal));
        return Colour.of(0xFBFBF6).times(0.34 + 0.66 * light).mix(Colour.of(0x6C8F4A), 0.22 * Math.max(0, v) * square);
    }

    /** From the upper left, in front. */
    private static double light(double... normal) {
        return Math.max(0, -0.5 * normal[0] - 0.62 * normal[1] + 0.6 * normal[2]);
    }

    /** The normal, tilted inside the nearest of dimples that lie on a spiral over the sphere. */
    private static double[] dented(double... normal) {
        double best = -1;
        double[] centre = normal;
        for (int i = 0; i < DIMPLES; i++) {
            double height = 1 - (2 * i + 1.0) / DIMPLES;
            double ring = Math.sqrt(1 - height * height);
            double[] at = {ring * Math.cos(i * GOLDEN), height, ring * Math.sin(i * GOLDEN)};
            double near = at[0] * normal[0] + at[1] * normal[1] + at[2] * normal[2];
            if (near > best) {
                best = near;
                centre = at;
            }
        }
        double angle = Math.acos(Math.min(1, best));
        double slope = angle < DIMPLE ? -5.5 * angle * (1 - angle / DIMPLE) / DIMPLE : 0;
        double[] tilted = new double[3];
        for (int d = 0; d < 3; d++) {
            tilted[d] = normal[d] + slope * (normal[d] - centre[d] * best);
        }
        return tilted;
    }
}
