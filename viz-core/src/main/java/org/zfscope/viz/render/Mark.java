package org.zfscope.viz.render;

import org.zfscope.models.image.RgbImage;

/** One thing that is drawn: places in pixels of its drawing, x to the right and y down; colours are 0xRRGGBB. */
sealed interface Mark {

    /** A rectangle. */
    record Fill(int x, int y, int width, int height, int colour) implements Mark {}

    /** A straight line. */
    record Line(double fromX, double fromY, double toX, double toY, double thickness, int colour) implements Mark {}

    /** A picture, of which each pixel is a square of {@code zoom} by {@code zoom}. */
    record Pixels(RgbImage picture, int x, int y, int zoom) implements Mark {}

    /**
     * A line of text with its highest row at {@code y}.
     *
     * @param x where it begins when it is as wide as its dots
     * @param anchor what stays at its place where the letters of another font are narrower than the dots
     */
    record Words(TextLine line, int x, int y, Anchor anchor, int colour) implements Mark {}

    /** The cross of a dead map, its middle and how far its arms reach. */
    record Cross(int x, int y, int arm, int stroke, int colour) implements Mark {}

    /** Another drawing, of which each pixel is {@code zoom} wide and high. */
    record Part(Drawing drawing, int x, int y, int zoom) implements Mark {}

    /** A point of a line of text. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }

        /** Where it is in a text that begins at {@code x}. */
        double of(double x, double width) {
            return x + share * width;
        }
    }
}
