package org.zfscope.viz.chart;

import org.zfscope.models.image.RgbImage;

/** Test pictures for looking at what units answer to. */
public enum Chart {
    /** Something for every layer; what the window opens with. */
    SCENE("a landscape with parachute, church, golf ball and chequered cloth: something for every layer", new Scene()),
    /** Columns of one orientation each, from 0 to 150 degrees; rows from 4 to 32 cycles a picture and tile. */
    GRATINGS("sine gratings: six orientations by six frequencies", Patterns::gratings),
    /** Squares from coarse to fine, upright and turned, in grey and opponent colours. */
    CHECKERBOARDS(
            "checkerboards from coarse to fine, upright and turned, in grey and in colour", Patterns::checkerboards),
    /** Discs, rings, polygons, stars, crosses, bars. */
    SHAPES("discs, rings, polygons, stars, crosses and bars, light on dark and dark on light", Patterns::shapes),
    /** Hues by lightness, a row of greys, edges between opponent colours. */
    COLOURS("hues by lightness, greys, and edges between opponent colours", Patterns::colours);

    /** Smallest and largest side; as much as a mosaic may have. */
    private static final int LEAST = 16;

    private static final int MOST = 8192;

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // formulas have no state
    private final Paint paint;

    Chart(String description, Paint paint) {
        this.description = description;
        this.paint = paint;
    }

    /** For people: what is in it. */
    public String description() {
        return description;
    }

    /**
     * The square picture.
     *
     * @param side in pixels, 16 to 8192
     */
    public RgbImage draw(int side) {
        if (side < LEAST || side > MOST) {
            throw new IllegalArgumentException(
                    "a side from " + LEAST + " to " + MOST + " pixels expected, found " + side);
        }
        return paint.draw(side);
    }
}
