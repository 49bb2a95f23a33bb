package org.zfscope.viz.chart;

/** A round parachute with its jumper. (x, y) is the middle of the canopy's lower edge. */
record Parachute(double x, double y, double radius) {

    private static final int GORES = 9;
    private static final Colour[] CLOTH = {Colour.of(0xD7263D), Colour.of(0xF6E7CB), Colour.of(0x1F4E9C)};
    private static final Colour LINE = Colour.of(0x2B2B2B);

    Colour over(Colour below, double px, double py) {
        double u = (px - x) / radius;
        double v = (py - y) / (0.82 * radius);
        Colour withLines = lines(below, px, py);
        Colour withJumper = jumper(withLines, px, py);
        double edge = 1 - Math.abs(Math.cos(gore(u, 0) * Math.PI)) * 0.12;
        return u * u + v * v <= 1 && v <= 0.10 * edge * (1 - u * u) - 0.02 ? canopy(u, v) : withJumper;
    }

    /** Which gore, as a broken number from 0 to {@link #GORES}. */
    private static double gore(double u, double v) {
        double width = Math.sqrt(Math.max(1e-6, 1 - v * v));
        return (Math.asin(Math.max(-1, Math.min(1, u / width))) / Math.PI + 0.5) * GORES;
    }

    private static Colour canopy(double u, double v) {
        double gore = gore(u, v);
        double fold = gore - Math.floor(gore) - 0.5;
        double light = 1 - 0.9 * fold * fold - 0.28 * (u + 0.25) * (u + 0.25) + 0.12 * -v;
        return CLOTH[(int) Math.min(GORES - 1, gore) % CLOTH.length].times(light);
    }

    private Colour lines(Colour below, double px, double py) {
        double down = (py - y) / (1.05 * radius);
        if (down < 0 || down > 1) {
            return below;
        }
        for (int i = 0; i <= GORES; i++) {
            double top = x + radius * Math.sin((i / (double) GORES - 0.5) * Math.PI);
            if (Math.abs(px - (top + (x - top) * down)) < 0.0022) {
                return LINE;
            }
        }
        return below;
    }

    private Colour jumper(Colour below, double px, double py) {
        double u = (px - x) / radius;
        double v = (py - y) / radius;
        boolean head = Math.hypot(u, v - 1.08) < 0.055;
        boolean body = Math.abs(u) < 0.07 && v > 1.12 && v < 1.34;
        boolean legs = Math.abs(Math.abs(u) - 0.04 - 0.12 * (v - 1.34)) < 0.026 && v >= 1.34 && v < 1.56;
        return head ? Colour.of(0xE0B08C) : body ? Colour.of(0xE07B1A) : legs ? Colour.of(0x22314F) : below;
    }
}
