package org.zfscope.viz.render;

import org.zfscope.models.image.RgbImage;

/**
 * A picture of a mosaic.
 *
 * @param label what stands beside it, such as the unit's name and value; lines are parted by \n; may be empty
 * @param dead whether it shows a feature map that never fires, which is marked
 */
public record Tile(RgbImage picture, String label, boolean dead) {

    public static Tile of(RgbImage picture) {
        return new Tile(picture, "", false);
    }

    public static Tile of(RgbImage picture, String label) {
        return new Tile(picture, label, false);
    }
}
