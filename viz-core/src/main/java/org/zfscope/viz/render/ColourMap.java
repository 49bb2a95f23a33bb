package org.zfscope.viz.render;

import org.zfscope.models.image.RgbImage;

/** Colours for numbers from 0 to 1, mixed from a few that are given at equal distances. */
public enum ColourMap {
    /** From dark blue over green to yellow; lightness rises evenly, so it can be read in grey too. After viridis. */
    SEQUENTIAL(0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725),
    /** From black to white. */
    GREY(0x000000, 0xFFFFFF),
    /** From blue over white, for the middle, to red; both ends are equally dark. */
    DIVERGING(0x1F4E8C, 0x5B86BD, 0xA3BEDD, 0xF4F4F4, 0xE3AC9C, 0xC4705A, 0x96312B);

    @SuppressWarnings("ImmutableEnumChecker") // never changed, never handed out
    private final int[] given;

    ColourMap(int... given) {
        this.given = given;
    }

    /**
     * The colour of a number; below 0 that of 0, above 1 that of 1.
     *
     * @return 0xRRGGBB; magenta for NaN
     */
    public int colour(double position) {
        if (Double.isNaN(position)) {
            return Planes.NOT_A_NUMBER;
        }
        double at = Math.max(0, Math.min(1, position)) * (given.length - 1);
        int left = Math.min((int) at, given.length - 2);
        return mix(given[left], given[left + 1], at - left);
    }

    /** The colour between two, 0 = the first, 1 = the second. */
    static int mix(int first, int second, double share) {
        return RgbImage.rgb(
                mixed(RgbImage.red(first), RgbImage.red(second), share),
                mixed(RgbImage.green(first), RgbImage.green(second), share),
                mixed(RgbImage.blue(first), RgbImage.blue(second), share));
    }

    private static int mixed(int first, int second, double share) {
        return (int) Math.round(first + (second - first) * share);
    }
}
