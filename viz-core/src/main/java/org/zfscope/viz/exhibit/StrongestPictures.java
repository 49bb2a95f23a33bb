package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.figure.BlockPicture;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.figure.TopLayer;
import org.zfscope.viz.figure.TopTiles;
import org.zfscope.viz.index.Coverage;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

/**
 * Which pictures of an index do a layer's units answer to most strongly, and to what in them?
 *
 * @param side what a tile shows
 * @param units how many of the layer's units the figure shows, spread evenly over it; as many as it has room for if 0
 */
public record StrongestPictures(
        Subject subject, String layer, IndexFile index, Side side, Method method, Contrast contrast, int units)
        implements LayerExhibit {

    /** What of the strongest pictures a tile shows. */
    public enum Side {
        /** What the unit sees of them. */
        PATCHES,
        /** What of them it answers to. */
        PROJECTIONS
    }

    /** A figure of more is too large for most programs: 200 MB. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Of a network alone, whatever picture it looks at. */
    public StrongestPictures {
        subject = subject.alone();
    }

    /**
     * Blocks of projections beside patches, one a unit.
     *
     * @param changed how many activations are not what the index says
     */
    public record Result(TopFigure figure, List<Tile> blocks, String title, int changed) implements Figure {

        /** Whether there is no block to draw. */
        public boolean isEmpty() {
            return blocks.isEmpty();
        }

        @Override
        public Drawing labelled(Theme theme) {
            return figure.mosaic(some(), title, theme);
        }

        @Override
        public Drawing plain() {
            return Mosaic.ofPictures(some().stream().map(Tile::picture).toList())
                    .draw(MosaicStyle.figure().withZoom(1));
        }

        private List<Tile> some() {
            if (isEmpty()) {
                throw new InputException(say("viz.strongest-pictures.unit-has-strongest-picture"));
            }
            return blocks;
        }
    }

    /** Blocks are drawn one after the other, on light paper, as all projections together would not fit into memory. */
    @Override
    public Result answer(Lab lab, Progress progress) {
        String misfit = lab.misfit(subject.model(), index);
        if (!misfit.isEmpty()) {
            throw InputException.in(index.file(), say("viz.strongest-pictures.open-model-first", misfit));
        }
        Network network = lab.network(subject.model());
        TopFigure figure = new TopFigure(network, layer, contrast);
        List<Tile> blocks = new ArrayList<>();
        int[] changed = {0};
        top(lab, network).blocks(shown(lab, network), progress, block -> {
            blocks.addAll(figure.tiles(List.of(block), Theme.LIGHT));
            changed[0] += block.changed();
        });
        return new Result(figure, blocks, title(network), changed[0]);
    }

    /**
     * Writes the tiles of all units as single files.
     *
     * @param made what all pictures of the subject say of their making
     * @return how many activations are not what the index says
     */
    public int writeTiles(Lab lab, Path folder, Provenance made, Progress progress) {
        Network network = lab.network(subject.model());
        TopFigure figure = new TopFigure(network, layer, contrast);
        List<Integer> all = IntStream.range(
                        0, lab.covered(network, index).layer(layer).units())
                .boxed()
                .toList();
        Provenance named = describeIndex(made);
        int[] changed = {0};
        top(lab, network).blocks(all, progress, block -> {
            TopTiles.write(folder, layer, block, figure, named);
            changed[0] += block.changed();
        });
        return changed[0];
    }

    private TopLayer top(Lab lab, Network network) {
        return new TopLayer(lab.covered(network, index), layer, lab.hits(network, index, method));
    }

    private String title(Network network) {
        TopIndex all = index.index();
        return say(
                "viz.strongest-pictures.strongest-pictures",
                layer,
                Naming.of(network),
                all.identity().k(),
                all.tops().done());
    }

    private List<Integer> shown(Lab lab, Network network) {
        int all = lab.covered(network, index).layer(layer).units();
        return TopFigure.spread(all, count(network, all));
    }

    private boolean hasAllHits(TopIndex all) {
        LayerTops tops = all.tops().layers().get(layer);
        long most = Math.min(all.identity().k(), all.pictures());
        return tops != null
                && IntStream.range(0, tops.units())
                        .allMatch(unit -> tops.hits(unit).size() == most);
    }

    /** How many of a layer's units the figure shows. */
    private int count(Network network, int all) {
        if (units > 0) {
            return Math.min(all, units);
        }
        Window field = ReceptiveField.shown(network, layer, Window.at(0, 0));
        long block = 2L * index.index().identity().k() * field.height() * field.width();
        return (int) Math.max(1, Math.min(all, MOST_PIXELS / block));
    }

    @Override
    public TileSheet tiles(Lab lab, Audience audience) {
        String misfit = lab.misfit(subject.model(), index);
        if (!misfit.isEmpty()) {
            return TileSheet.empty(this, say("viz.strongest-pictures.index", misfit));
        }
        TopIndex told = lab.covered(lab.network(subject.model()), index);
        if (!told.tops().layers().containsKey(layer)) {
            return TileSheet.empty(this, say("viz.strongest-pictures.not-told", layer));
        }
        try {
            return new StrongestTiles(this, lab, audience).make();
        } catch (InputException e) {
            return TileSheet.empty(this, e.message());
        }
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    /** Patches are the same whatever the method. */
    @Override
    public LayerExhibit ofTiles() {
        return side == Side.PROJECTIONS
                ? this
                : new StrongestPictures(subject, layer, index, side, Method.DECONVNET, TopFigure.CONTRAST, 0);
    }

    @Override
    public boolean growsInPlace() {
        return true;
    }

    @Override
    public double bar() {
        return BlockPicture.BAR;
    }

    @Override
    public String words(TileSheet sheet, int unit) {
        return layer + ":" + sheet.oneLine(unit);
    }

    @Override
    public String name() {
        return layer + "-top-9";
    }

    @Override
    public String shows() {
        return "strongest pictures";
    }

    @Override
    public Provenance describe(Provenance made) {
        return describeIndex(made).with("layer", layer);
    }

    private Provenance describeIndex(Provenance made) {
        return made.with("images", index.index().dataset().root().toString())
                .with("pictures", Integer.toString(index.index().tops().done()))
                .with("rule", Command.word(method.relu()))
                .with("clip", Double.toString(contrast.clip()))
                .with("gain", Double.toString(contrast.gain()));
    }

    @Override
    public boolean hasNumbers() {
        return false;
    }

    @Override
    public Map<String, Path> sources() {
        return Map.of("index", index.file());
    }

    /** Scans for this layer alone, and leaves the picture in a folder. Where the index tells of fewer hits it would find others. */
    @Override
    public Optional<Command> command(Network network, String file) {
        TopIndex all = Coverage.of(network, index.index());
        if (!all.complete() || !method.equals(Method.of(method.relu())) || !hasAllHits(all)) {
            return Optional.empty();
        }
        Command top9 = Options.ofNetwork("top9", subject)
                .with("--images", all.dataset().root().toString())
                .with("--layer", layer)
                .with("--count", all.identity().k(), 9)
                .with("--rank", all.identity().rank(), Rank.MAX)
                .with(
                        "--units",
                        Integer.toString(count(network, all.layer(layer).units())));
        return Optional.of(Options.with(Options.with(top9, method), contrast, TopFigure.CONTRAST)
                .with("-o", file.replaceAll("\\.png$", "")));
    }
}
