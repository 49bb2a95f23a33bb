package org.zfscope.viz.figure;

import org.zfscope.models.image.Resample;
import org.zfscope.models.image.RgbImage;

/**
 * How large the tiles of a sheet may be, so that all of them fit into memory.
 *
 * @param tiles how many there are
 * @param pixels how many all of them may have together
 */
public record TileSize(int tiles, double pixels) {

    /** The tile, or a smaller one. */
    public RgbImage fitting(RgbImage tile) {
        double shrink = Math.sqrt(pixels / Math.max(1, tiles)) / Math.max(tile.width(), tile.height());
        return shrink >= 1
                ? tile
                : Resample.bicubic(
                        tile, Math.max(1, (int) (tile.width() * shrink)), Math.max(1, (int) (tile.height() * shrink)));
    }
}
