package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Histogram;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.render.Bars;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Plot;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * How strongly does a layer answer to the picture, and how sparsely?
 *
 * @param scale whether each map's bars reach the upper edge, or only those of the layer's fullest bin
 */
public record ActivationHistogram(Subject subject, String layer, int bins, Scale.Shared scale) implements LayerExhibit {

    /** How many bins are usual. */
    public static final int BINS = 64;

    private static final int COLOUR = Plot.COLOURS.get(0);
    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;
    private static final int TILE_HEIGHT = 40;

    /** Of the whole layer, and of each map. */
    public record Result(String title, String layer, Histogram all, List<Histogram> maps, List<Tile> tiles)
            implements Figure, Answer {

        @Override
        public Drawing labelled(Theme theme) {
            double others = Math.max(1, all.others());
            List<Double> shares =
                    all.counts().stream().map(count -> 100 * count / others).toList();
            Plot plot = new Plot(
                    title,
                    new Plot.Axis(say("viz.activation-histogram.activation"), all.from(), all.to()),
                    new Plot.Axis("%", 0, Math.max(1, 105 * all.most() / others)),
                    List.of(Plot.Line.ofBars(
                            say("viz.activation-histogram.values-zero"), COLOUR, all.from(), all.width(), shares)));
            return plot.draw(WIDTH, HEIGHT, theme);
        }

        @Override
        public Drawing plain() {
            return Mosaic.ofPictures(tiles.stream().map(Tile::picture).toList())
                    .draw(MosaicStyle.standard().withZoom(1));
        }

        /** [maps, 1, bins]. */
        @Override
        public Optional<Numbers> numbers() {
            int bins = all.counts().size();
            Tensor counts = Tensor.zeros(new Shape(maps.size(), 1, bins));
            for (int i = 0; i < counts.values().length; i++) {
                counts.values()[i] = maps.get(i / bins).counts().get(i % bins);
            }
            return Optional.of(Numbers.of(counts));
        }

        @Override
        public Object json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("layer", layer);
            json.put("values", all.zeros() + all.others());
            json.put("zeros", all.zeros());
            json.put("mean", all.mean());
            json.put("deviation", all.deviation());
            json.put("from", all.from());
            json.put("to", all.to());
            json.put("counts", all.counts());
            return json;
        }

        @Override
        public String text() {
            return say(
                    "viz.activation-histogram.values-mean-deviation",
                    layer,
                    all.zeros() + all.others(),
                    Quantities.digits(all.from(), 4),
                    Quantities.digits(all.to(), 4),
                    zeros(all),
                    Quantities.digits(all.mean(), 4),
                    Quantities.digits(all.deviation(), 4));
        }
    }

    @Override
    public Result answer(Lab lab, Progress progress) {
        lab.network(subject.model()).node(layer);
        PictureRun run = lab.run(subject, Keep.only(layer));
        Tensor maps = run.activations().maps(layer, 0);
        Histogram all = Histogram.of(maps, bins);
        List<Histogram> each = Histogram.ofMaps(maps, bins);
        return new Result(
                say("viz.activation-histogram.of", layer, Naming.of(run), zeros(all)), layer, all, each, tiles(each));
    }

    private List<Tile> tiles(List<Histogram> maps) {
        long layerMost = maps.stream().mapToLong(Histogram::most).max().orElse(0);
        List<Tile> tiles = new ArrayList<>();
        for (Histogram map : maps) {
            long most = scale == Scale.Shared.LAYER ? layerMost : map.most();
            Bars bars = new Bars(map.counts().stream().map(Long::doubleValue).toList(), Math.max(1, most));
            RgbImage drawn = bars.draw(1, TILE_HEIGHT, COLOUR, Theme.LIGHT).picture();
            tiles.add(new Tile(drawn, Integer.toString(tiles.size()), map.others() == 0));
        }
        return tiles;
    }

    private static String zeros(Histogram all) {
        double share = 100.0 * all.zeros() / Math.max(1, all.zeros() + all.others());
        return say("viz.activation-histogram.zero", Quantities.fixed(share, 1));
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        Result result = answer(lab, audience);
        float[] strengths = Strengths.ofMaps(
                lab.run(subject, Keep.only(layer)).activations().maps(layer, 0));
        return new TileSheet(this, result.tiles(), strengths, Optional.empty(), zeros(result.all()), 0);
    }

    @Override
    public String name() {
        return layer + "-histogram";
    }

    @Override
    public String shows() {
        return "histogram";
    }

    @Override
    public Provenance describe(Provenance made) {
        return made.with("layer", layer).with("bins", Integer.toString(bins));
    }

    @Override
    public Optional<Command> command(Network network, String file) {
        Command histogram = Options.ofPicture("histogram", subject).with("--layer", layer);
        return Optional.of(histogram.with("--bins", bins, BINS).with("-o", file));
    }
}
