package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FeatureMaps;
import org.zfscope.viz.render.FilterMosaic;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Tile;

/** Makes the tiles of a layer. */
final class Tiles {

    private final Engine engine;
    private final Wanted wanted;
    private final Running running;
    private final Network network;
    private final String layer;

    Tiles(Engine engine, Wanted wanted, Running running, String layer) {
        this.engine = engine;
        this.wanted = wanted;
        this.running = running;
        this.network = running.network();
        this.layer = layer;
    }

    /** What slow kinds have so far goes to {@code partly}. */
    MapsSheet make(Consumer<MapsSheet> partly, Progress progress) {
        return switch (wanted.kind()) {
            case MAPS -> ofValues(running.run().maps(layer, 0), featureMaps(), "");
            case FILTERS -> filters();
            case PROJECTIONS -> new LayerProjections(engine, wanted, running, layer).make(partly);
            case BACKWARD -> backward();
            case TOP_9 -> TopBlocks.make(engine, wanted, network, partly, progress);
        };
    }

    private Contrast featureMaps() {
        return Contrast.featureMaps().withScale(wanted.scale()).withGain(wanted.mapsGain());
    }

    private MapsSheet ofValues(Tensor values, Contrast contrast, String note) {
        List<Tile> tiles = FeatureMaps.tiles(values, contrast);
        return new MapsSheet(
                wanted.mapsKey(), layer, wanted.kind(), tiles, strengths(values), Optional.of(values), note, 0);
    }

    private static float[] strengths(Tensor values) {
        int area = values.shape().area();
        float[] strengths = new float[values.shape().channels()];
        for (int c = 0; c < strengths.length; c++) {
            float most = values.values()[c * area];
            for (int i = 1; i < area; i++) {
                most = Math.max(most, values.values()[c * area + i]);
            }
            strengths[c] = most;
        }
        return strengths;
    }

    private MapsSheet backward() {
        Optional<Target> target = wanted.target();
        if (target.isEmpty()) {
            return MapsSheet.empty(wanted, layer, "Choose a unit first");
        }
        Projector projector = engine.projector(network, wanted.method());
        try {
            Tensor signal = projector.signal(running.run(), target.get(), layer);
            Contrast contrast = Contrast.projections().withScale(wanted.scale()).withGain(wanted.gain());
            return ofValues(signal, contrast, "Signal of " + target.get() + " at " + layer);
        } catch (InputException e) {
            return MapsSheet.empty(wanted, layer, e.message());
        }
    }

    private MapsSheet filters() {
        Optional<Node> node = convolution(network, layer);
        if (node.isEmpty()) {
            return MapsSheet.empty(wanted, layer, "Neither " + layer + " nor what lies below it has filters to draw");
        }
        FilterWeights filters = FilterWeights.of((Convolution) node.get().layer());
        List<Tile> tiles = new ArrayList<>();
        float[] strengths = new float[filters.filters()];
        RgbImage all = drawn(filters);
        int each = filters.weights().length / filters.filters();
        for (int f = 0; f < filters.filters(); f++) {
            RgbImage strip = all.crop(new Window(f * (filters.height() + 1), 0, filters.height(), all.width()));
            tiles.add(Tile.of(folded(strip, filters.width() + 1), Integer.toString(f)));
            strengths[f] = strongest(filters.weights(), f * each, each);
        }
        String note = node.get().name().equals(layer)
                ? ""
                : "FilterWeights of " + node.get().name();
        return new MapsSheet(wanted.mapsKey(), layer, wanted.kind(), tiles, strengths, Optional.empty(), note, 0);
    }

    /** The layer, or the convolution that gives it its maps. */
    static Optional<Node> convolution(Network network, String layer) {
        Node node = network.node(layer);
        int maps = network.shape(layer).channels();
        while (!(node.layer() instanceof Convolution)) {
            String below = node.inputs().get(0);
            if (Network.INPUT.equals(below) || network.shape(below).channels() != maps) {
                return Optional.empty();
            }
            node = network.node(below);
        }
        return Optional.of(node);
    }

    /** One row a filter: a colour tile, or a grey tile for each channel. */
    private RgbImage drawn(FilterWeights filters) {
        Contrast contrast = Contrast.weights().withScale(wanted.scale()).withGain(wanted.mapsGain());
        boolean colour =
                filters.channels() == 3 && network.preprocessing().channels().count() == 3;
        MosaicStyle style = MosaicStyle.standard().withZoom(1).withColumns(colour ? 1 : filters.channels());
        return FilterMosaic.draw(filters, network.preprocessing().channels(), contrast, style);
    }

    /** A strip of tiles as a square of them. */
    private static RgbImage folded(RgbImage strip, int step) {
        List<RgbImage> parts = new ArrayList<>();
        for (int x = 0; x < strip.width(); x += step) {
            parts.add(strip.crop(new Window(0, x, strip.height(), step - 1)));
        }
        return parts.size() == 1
                ? strip
                : Mosaic.ofPictures(parts).draw(MosaicStyle.standard().withZoom(1));
    }

    private static float strongest(float[] weights, int from, int count) {
        float most = 0;
        for (int i = from; i < from + count; i++) {
            most = Math.max(most, Math.abs(weights[i]));
        }
        return most;
    }
}
