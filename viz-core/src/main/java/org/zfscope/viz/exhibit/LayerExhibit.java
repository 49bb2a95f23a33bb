package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.words.Quantities;

/** A question about all units of a layer, whose answer can be looked at tile by tile, one a unit. */
public interface LayerExhibit extends PictureExhibit {

    /** Whose units the tiles are. */
    String layer();

    /** Makes the tiles; a question that cannot be answered gets a sheet that says why. */
    TileSheet tiles(Lab lab, Audience audience);

    /** Whether the tiles come in parts, as they take long. */
    default boolean isSlow() {
        return false;
    }

    /** The same question without what its tiles do not show: the key that they are kept under. */
    default LayerExhibit ofTiles() {
        return this;
    }

    /** Whether tiles of both are of the same kind and units, so that one looks on at the same places. */
    default boolean isLike(LayerExhibit other) {
        return getClass() == other.getClass() && layer().equals(other.layer());
    }

    /** Whether tiles in view are made first, and those of a sheet before replaced one by one. */
    default boolean growsInPlace() {
        return false;
    }

    /** The share of a tile's height that is a bar for its label; 0 where there is none. */
    default double bar() {
        return 0;
    }

    /** What is known of a unit whose tile is not made of single values. */
    default String words(TileSheet sheet, int unit) {
        return layer() + ":" + unit + say("viz.layer-exhibit.strongest", Quantities.value(sheet.strengths()[unit]));
    }
}
