package org.zfscope.viz.figure;

import java.util.List;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.MapTiles;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/** A layer's feature maps. */
public final class MapsFigure {

    private MapsFigure() {}

    /** One tile a map, numbered; the units of a fully connected layer as one strip of rows, from left to right. */
    public static Drawing draw(Tensor maps, Contrast contrast, String title, Theme theme) {
        if (!maps.shape().isFlat()) {
            return each(maps, contrast, title, theme);
        }
        List<RgbImage> grid = contrast.maps(square(maps));
        return new Mosaic(List.of(Tile.of(grid.get(0))), title)
                .draw(MosaicStyle.figure().withTheme(theme).withZoom(6));
    }

    /** One tile a map, numbered, also where it is a single value. */
    public static Drawing each(Tensor maps, Contrast contrast, String title, Theme theme) {
        return new Mosaic(MapTiles.of(maps, contrast), title)
                .draw(MosaicStyle.figure().withTheme(theme));
    }

    /** The tiles alone; maps that are dead are marked all the same. */
    public static Drawing plain(Tensor maps, Contrast contrast) {
        return Mosaic.of(MapTiles.of(maps, contrast).stream()
                        .map(tile -> new Tile(tile.picture(), "", tile.dead()))
                        .toList())
                .draw(MosaicStyle.standard());
    }

    /** A vector as one map, row by row, as square as can be; what is left of the last row is zero. */
    private static Tensor square(Tensor vector) {
        int units = vector.values().length;
        int columns = (int) Math.ceil(Math.sqrt(units));
        int rows = (units + columns - 1) / columns;
        Tensor map = Tensor.zeros(new Shape(1, rows, columns));
        System.arraycopy(vector.values(), 0, map.values(), 0, units);
        return map;
    }
}
