package org.zfscope.viz.render;

import org.zfscope.models.image.RgbImage;

/**
 * A drawing in a mosaic, most often a picture.
 *
 * @param label what stands beside it, such as the unit's name and value; lines are parted by \n; may be empty
 * @param dead whether it shows a feature map that never fires, which is marked
 */
public record Tile(Drawing drawing, String label, boolean dead) {

    public Tile(RgbImage picture, String label, boolean dead) {
        this(Drawing.of(picture), label, dead);
    }

    public static Tile of(RgbImage picture) {
        return new Tile(picture, "", false);
    }

    public static Tile of(RgbImage picture, String label) {
        return new Tile(picture, label, false);
    }

    public static Tile of(Drawing drawing) {
        return new Tile(drawing, "", false);
    }

    public static Tile of(Drawing drawing, String label) {
        return new Tile(drawing, label, false);
    }

    /** As pixels. */
    public RgbImage picture() {
        return drawing.picture();
    }
}
