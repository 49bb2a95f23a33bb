package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Shape;

/**
 * A layer's filters as pictures. FilterWeights of three channels become one colour tile each, in a square; those of one
 * channel one grey tile each. All others become one grey tile for each pair of channels: row = output, column = input.
 *
 * <p>In the first layer the tiles show edges and colours that one can name. In later layers a pair's tile says little by
 * itself, but noise where structure is expected shows that a network is not trained well. Blank tiles have a colour of
 * their own. The weights are only read.
 */
public final class FilterMosaic {

    private final FilterWeights filters;
    private final Channels order;
    private final Contrast contrast;
    private final int tiles;
    private final Grid grid;
    private final int zoom;

    private FilterMosaic(FilterWeights filters, Channels order, Contrast contrast, MosaicStyle style) {
        boolean colour = filters.channels() == 3 && order != Channels.GREY;
        this.filters = filters;
        this.order = colour ? order : Channels.GREY;
        this.contrast = contrast;
        this.tiles = filters.filters() * (colour ? 1 : filters.channels());
        MosaicStyle laidOut = tiles > filters.filters() ? pairs(filters, style) : style;
        int columns = laidOut.columnsFor(tiles);
        this.zoom = style.zoomFor(Math.max(filters.height(), filters.width()), columns);
        this.grid = new Grid(
                columns,
                laidOut.rowsFor(tiles),
                Canvas.enlarged(filters.width(), zoom),
                Canvas.enlarged(filters.height(), zoom),
                style.gap(),
                style.edge());
    }

    /** Caffe's layout is a square whatever the pairs are; it is the same as theirs for as many filters as channels. */
    private static MosaicStyle pairs(FilterWeights filters, MosaicStyle style) {
        boolean free = style.columns() == 0 && style.edge() == MosaicStyle.Edge.BETWEEN;
        return free ? style.withColumns(filters.channels()) : style;
    }

    /**
     * Draws all filters.
     *
     * @param order what three channels are, for the network's first layer
     * @param contrast {@link Contrast#weights} or another; the scale of a map is that of one filter
     * @throws InputException if that would be unreasonably large: choose some with {@link FilterWeights#only}
     */
    public static RgbImage draw(FilterWeights filters, Channels order, Contrast contrast, MosaicStyle style) {
        return new FilterMosaic(filters, order, contrast, style).draw(style);
    }

    /**
     * The tiles of each filter, pixel for pixel: a colour tile, or a grey one for each channel.
     *
     * @param order what three channels are, for the network's first layer
     * @param contrast {@link Contrast#weights} or another; the scale of a map is that of one filter
     */
    public static List<List<RgbImage>> tiles(FilterWeights filters, Channels order, Contrast contrast) {
        FilterMosaic mosaic = new FilterMosaic(
                filters, order, contrast, MosaicStyle.standard().withZoom(1));
        Range layer = contrast.range(List.of(mosaic.planes(0, filters.weights().length)));
        int each = mosaic.tiles / filters.filters();
        return IntStream.range(0, filters.filters())
                .mapToObj(f -> IntStream.range(f * each, (f + 1) * each)
                        .mapToObj(tile -> mosaic.tile(tile).picture(mosaic.range(tile, layer)))
                        .toList())
                .toList();
    }

    private RgbImage draw(MosaicStyle style) {
        long around = 2L * style.margin();
        Canvas canvas = canvas(grid.width() + around, grid.height() + around, style.theme());
        canvas.fill(
                style.margin(),
                style.margin(),
                (int) grid.width(),
                (int) grid.height(),
                style.theme().gap());
        Range layer = contrast.range(List.of(planes(0, filters.weights().length)));
        for (int cell = 0; cell < grid.cells(); cell++) {
            int x = style.margin() + grid.x(cell);
            int y = style.margin() + grid.y(cell);
            if (cell < tiles) {
                canvas.draw(tile(cell).picture(range(cell, layer)), x, y, zoom);
            } else {
                canvas.fill(
                        x, y, grid.cellWidth(), grid.cellHeight(), style.theme().blank());
            }
        }
        return canvas.drawing().picture();
    }

    private Canvas canvas(long width, long height, Theme theme) {
        try {
            return new Canvas(width, height, theme.paper());
        } catch (InputException e) {
            throw new InputException(
                    say(
                            "viz.filter-mosaic.mosaic-filters-channels",
                            filters.filters(),
                            filters.channels(),
                            e.getMessage()),
                    e);
        }
    }

    private Range range(int tile, Range layer) {
        if (contrast.scale() == Scale.Shared.LAYER) {
            return layer;
        }
        if (contrast.scale() == Scale.Shared.MAP) {
            int each = filters.weights().length / filters.filters();
            return contrast.range(List.of(planes(tile / (tiles / filters.filters()) * each, each)));
        }
        return contrast.range(List.of(tile(tile)));
    }

    private Planes tile(int tile) {
        Shape shape = new Shape(order.count(), filters.height(), filters.width());
        return new Planes(filters.weights(), tile * shape.size(), shape, order);
    }

    /** Weights of several tiles, to take a range from. */
    private Planes planes(int from, int length) {
        return new Planes(filters.weights(), from, new Shape(1, 1, length), Channels.GREY);
    }
}
