package org.zfscope.viz.figure;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FilterMosaic;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Tile;

/** A layer's filters, a tile each. */
public final class FilterTiles {

    private FilterTiles() {}

    /** A colour tile each, or its channels' grey tiles in a square; numbered from 0. */
    public static List<Tile> of(FilterWeights filters, Channels order, Contrast contrast) {
        List<Tile> tiles = new ArrayList<>();
        for (List<RgbImage> parts : FilterMosaic.tiles(filters, order, contrast)) {
            RgbImage square = parts.size() == 1
                    ? parts.get(0)
                    : Mosaic.ofPictures(parts)
                            .draw(MosaicStyle.standard().withZoom(1))
                            .picture();
            tiles.add(Tile.of(square, Integer.toString(tiles.size())));
        }
        return tiles;
    }
}
