package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.figure.TopLayer;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * A layer's strongest pictures as a figure to take away: projections beside patches, as {@code zfscope top9} draws them. Of layers
 * whose figure would be too large, units spread evenly over the layer.
 */
final class TopExport {

    /** A figure of more is too large for most programs: 200 MB. */
    private static final long MOST_PIXELS = 50_000_000;

    private final Wanted wanted;
    private final Network network;
    private final String layer;
    private final OpenIndex open;
    private final TopFigure figure;

    TopExport(Engine engine, Wanted wanted, Network network) {
        this.wanted = wanted;
        this.network = network;
        this.layer = wanted.layer().orElseThrow();
        this.open = wanted.top()
                .index()
                .orElseThrow(() -> new InputException("no index is open; scan a folder of pictures first"));
        this.figure = new TopFigure(network, layer, TopFigure.CONTRAST.withGain(wanted.gain()));
        String misfit = engine.misfit(wanted.model().orElseThrow(), open);
        if (!misfit.isEmpty()) {
            throw InputException.in(open.file(), misfit + "; open that model first");
        }
    }

    RgbImage labelled(Progress progress) {
        return figure.mosaic(tiles(progress), open.index(), Theme.LIGHT);
    }

    RgbImage plain(Progress progress) {
        List<RgbImage> blocks = tiles(progress).stream().map(Tile::picture).toList();
        return Mosaic.ofPictures(blocks).draw(MosaicStyle.figure().withZoom(1));
    }

    /** With projections of its own: looks between two steps may close those of the window. */
    private List<Tile> tiles(Progress progress) {
        TopIndex index = open.index();
        List<Tile> tiles = new ArrayList<>();
        try (HitProjections projections =
                new HitProjections(network, index.dataset(), index.identity().rank(), wanted.method())) {
            List<Integer> units = TopFigure.spread(index.layer(layer).units(), units(network, index, layer));
            new TopLayer(index, layer, projections)
                    .blocks(units, progress, block -> tiles.addAll(figure.tiles(List.of(block), Theme.LIGHT)));
        }
        if (tiles.isEmpty()) {
            throw new InputException("no unit of layer " + layer + " has a strongest picture yet; let the scan go on");
        }
        return tiles;
    }

    /** How many of a layer's units a figure has room for. */
    static int units(Network network, TopIndex index, String layer) {
        Window field = ReceptiveField.shown(network, layer, Window.at(0, 0));
        long block = 2L * index.identity().k() * field.height() * field.width();
        return (int) Math.max(1, Math.min(index.layer(layer).units(), MOST_PIXELS / block));
    }
}
