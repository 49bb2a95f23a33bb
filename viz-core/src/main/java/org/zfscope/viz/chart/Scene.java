package org.zfscope.viz.chart;

/**
 * A landscape in which every layer of a network finds something: sky and hills, a parachute, a church, a golf ball in the
 * grass, a chequered cloth.
 */
final class Scene implements Paint {

    private static final double HORIZON = 0.64;
    private static final Colour ZENITH = Colour.of(0x2F6FC4);
    private static final Colour HAZE = Colour.of(0xCFE4F2);
    private static final Colour FAR = Colour.of(0x6C9A7A);
    private static final Colour GRASS = Colour.of(0x4E8A2B);
    private static final Colour STRAW = Colour.of(0xA7B45A);

    private final Parachute parachute = new Parachute(0.64, 0.30, 0.27);
    private final Church church = new Church(0.05, 0.76);
    private final GolfBall ball = new GolfBall(0.76, 0.83, 0.135);

    @Override
    public Colour at(double x, double y) {
        Colour colour = y < hill(x) ? sky(x, y) : y < meadow(x) ? hills(x, y) : grass(x, y);
        colour = church.over(colour, x, y);
        colour = parachute.over(colour, x, y);
        colour = cloth(colour, x, y);
        return ball.over(colour, x, y);
    }

    private static double hill(double x) {
        return HORIZON - 0.05 * Math.sin(5 * x + 0.6) - 0.02 * Math.sin(13 * x);
    }

    private static double meadow(double x) {
        return 0.72 + 0.015 * Math.sin(7 * x);
    }

    private static Colour sky(double x, double y) {
        Colour clear = ZENITH.mix(HAZE, y / HORIZON);
        double cloud = Noise.step(0.52, 0.75, Noise.cloudy(4 * x + 3, 9 * y, 5));
        return clear.mix(Colour.WHITE, 0.85 * cloud * (1 - 0.5 * y));
    }

    /** Ploughed fields on far hills. */
    private static Colour hills(double x, double y) {
        double furrow = Math.sin(2 * Math.PI * (16 * x + 40 * (y - hill(x))));
        return FAR.mix(STRAW, 0.35 + 0.3 * furrow * Noise.step(0.3, 0.6, Noise.value(6 * x, 3)))
                .times(0.9 + 0.2 * Noise.cloudy(20 * x, 30 * y, 3));
    }

    /** Blades that get longer towards the front. */
    private static Colour grass(double x, double y) {
        double near = (y - 0.7) / 0.3;
        double blades = Noise.cloudy(x * (150 - 70 * near), y * (60 - 30 * near), 3);
        return GRASS.mix(STRAW, 0.75 * Noise.step(0.35, 0.7, blades)).times(0.65 + 0.5 * blades);
    }

    /** Red and white squares, in perspective. */
    private static Colour cloth(Colour below, double x, double y) {
        double depth = (y - 0.80) / (1.02 - 0.80);
        double left = 0.10 - 0.16 * depth;
        double right = 0.40 + 0.07 * depth;
        if (depth < 0 || x < left || x > right) {
            return below;
        }
        double u = (x - left) / (right - left) * 8;
        double v = 6 * depth * (1.35 - 0.35 * depth);
        boolean first = Math.floorMod((int) Math.floor(u), 2) == 1;
        boolean second = Math.floorMod((int) Math.floor(v), 2) == 1;
        Colour red = Colour.of(0xB3202A);
        return first && second ? red : first || second ? Colour.WHITE.mix(red, 0.5) : Colour.of(0xF6F2EA);
    }
}
