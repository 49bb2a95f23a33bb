package org.zfscope.viz.chart;

/** Red, green and blue from 0 to 1. */
record Colour(double red, double green, double blue) {

    static final Colour BLACK = grey(0);
    static final Colour WHITE = grey(1);

    static Colour grey(double light) {
        return new Colour(light, light, light);
    }

    /** From 0xRRGGBB. */
    static Colour of(int rgb) {
        return new Colour((rgb >> 16 & 0xFF) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
    }

    /** By hue from 0 to 1, saturation and value [Smith1978]. */
    static Colour hue(double hue, double saturation, double value) {
        return new Colour(
                channel(hue, 5, saturation, value),
                channel(hue, 3, saturation, value),
                channel(hue, 1, saturation, value));
    }

    private static double channel(double hue, int n, double saturation, double value) {
        double k = (n + hue * 6) % 6;
        return value - value * saturation * Math.max(0, Math.min(1, Math.min(k, 4 - k)));
    }

    /** This colour with a share of another one, 0 to 1. */
    Colour mix(Colour other, double share) {
        double part = Math.max(0, Math.min(1, share));
        return new Colour(
                red + (other.red - red) * part,
                green + (other.green - green) * part,
                blue + (other.blue - blue) * part);
    }

    /** Brighter or darker. */
    Colour times(double light) {
        return new Colour(red * light, green * light, blue * light);
    }
}
