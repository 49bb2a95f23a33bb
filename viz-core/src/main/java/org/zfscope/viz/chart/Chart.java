package org.zfscope.viz.chart;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.image.RgbImage;

/** Test pictures for looking at what units answer to. */
public enum Chart {
    /** Something for every layer; what the window opens with. */
    SCENE("viz.chart.landscape-parachute-church-golf", new Scene()),
    /** Columns of one orientation each, from 0 to 150 degrees; rows from 4 to 32 cycles a picture and tile. */
    GRATINGS("viz.chart.sine-gratings-six-orientations", Patterns::gratings),
    /** Squares from coarse to fine, upright and turned, in grey and opponent colours. */
    CHECKERBOARDS("viz.chart.checkerboards-coarse-fine-upright", Patterns::checkerboards),
    /** Discs, rings, polygons, stars, crosses, bars. */
    SHAPES("viz.chart.discs-rings-polygons-stars", Patterns::shapes),
    /** Hues by lightness, a row of greys, edges between opponent colours. */
    COLOURS("viz.chart.hues-lightness-greys-edges", Patterns::colours);

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
        return say(description);
    }

    /**
     * The square picture.
     *
     * @param side in pixels, 16 to 8192
     */
    public RgbImage draw(int side) {
        if (side < LEAST || side > MOST) {
            throw new IllegalArgumentException(say("viz.chart.side-pixels-expected", LEAST, MOST, side));
        }
        return paint.draw(side);
    }
}
