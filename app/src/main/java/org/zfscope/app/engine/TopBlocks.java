package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.SeenHit;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.index.UnitStatistics;
import org.zfscope.viz.render.Tile;

/**
 * The strongest pictures of all units of a layer, a block a unit: what is in view first, patches before projections, a few units
 * at a time. Finished blocks are kept, so a newer look goes on where an older one was stopped.
 */
final class TopBlocks {

    /** A few first, so that something is seen; then more, as units of one picture share a run through the network. */
    private static final int FIRST = 8;

    private static final int MOST_AT_ONCE = 32;

    private final Engine engine;
    private final Wanted wanted;
    private final Network network;
    private final String layer;
    private final OpenIndex index;
    private final HitPatches patches;
    private final LayerTops tops;
    private final BlockPicture drawing;
    private final LruCache<Tile> blocks;
    private final List<Tile> tiles;
    private final float[] strengths;
    private String problem = "";
    private int left;

    /** Throws InputException if the index has no such layer. */
    TopBlocks(Engine engine, Wanted wanted, Network network, String layer, OpenIndex index) {
        this.engine = engine;
        this.wanted = wanted;
        this.network = network;
        this.layer = layer;
        this.index = index;
        this.patches = new HitPatches(engine, network, layer, index);
        this.tops = index.index().layer(layer);
        this.drawing = new BlockPicture(patches.blank(), tops.units());
        this.blocks = engine.blocks(network, layer);
        this.tiles = new ArrayList<>(Collections.nCopies(tops.units(), Tile.of(drawing.draw(List.of()))));
        this.strengths = new float[tops.units()];
    }

    /** The sheet, or one without tiles that says why there are none. */
    static MapsSheet make(
            Engine engine, Wanted wanted, Network network, Consumer<MapsSheet> partly, Progress progress) {
        String layer = wanted.layer().orElseThrow();
        Optional<OpenIndex> index = wanted.top().index();
        if (index.isEmpty()) {
            return MapsSheet.empty(
                    wanted,
                    layer,
                    "Which pictures do these units answer to most? Scan a folder of pictures, or open an index");
        }
        String misfit = engine.misfit(wanted.model().orElseThrow(), index.get());
        if (!misfit.isEmpty()) {
            return MapsSheet.empty(wanted, layer, "The index " + misfit);
        }
        try {
            return new TopBlocks(engine, wanted, network, layer, index.get()).fill(partly, progress);
        } catch (InputException e) {
            return MapsSheet.empty(wanted, layer, e.message());
        }
    }

    private MapsSheet fill(Consumer<MapsSheet> partly, Progress progress) {
        List<Integer> missing = new ArrayList<>();
        for (int unit = 0; unit < strengths.length; unit++) {
            List<Hit> hits = patches.hits(unit);
            strengths[unit] = hits.isEmpty() ? 0 : hits.get(0).value();
            if (!take(unit, wanted.top().side())) {
                missing.add(unit);
                take(unit, TopSide.PATCHES);
            }
        }
        left = missing.size();
        partly.accept(sheet());
        for (boolean near : new boolean[] {true, false}) {
            List<Integer> some = missing.stream()
                    .filter(unit -> wanted.top().inView().contains(unit) == near)
                    .toList();
            fill(some, TopSide.PATCHES, partly, progress);
            if (wanted.top().side() == TopSide.PROJECTIONS) {
                fill(some, TopSide.PROJECTIONS, partly, progress);
            }
        }
        return sheet();
    }

    /** Puts a block that is known already into its place. */
    private boolean take(int unit, TopSide side) {
        Optional<Tile> known = blocks.known(key(unit, side));
        known.ifPresent(tile -> tiles.set(unit, tile));
        return known.isPresent();
    }

    private Object key(int unit, TopSide side) {
        List<Object> way = side == TopSide.PATCHES ? List.of() : List.of(wanted.method(), wanted.gain());
        return List.of(index.index().dataset().root(), unit, tops.fired(unit) == 0, patches.hits(unit), side, way);
    }

    private void fill(List<Integer> units, TopSide side, Consumer<MapsSheet> partly, Progress progress) {
        List<Integer> open = units.stream().filter(unit -> !take(unit, side)).toList();
        for (int from = 0, count = FIRST; from < open.size(); from += count, count = MOST_AT_ONCE) {
            List<Integer> some = open.subList(from, Math.min(open.size(), from + count));
            if (side == TopSide.PATCHES) {
                some.forEach(unit -> patches(unit, progress));
            } else {
                projections(some, progress);
            }
            left -= side == wanted.top().side() ? some.size() : 0;
            partly.accept(sheet());
        }
    }

    private void patches(int unit, Progress progress) {
        List<RgbImage> pictures = new ArrayList<>();
        for (Hit hit : patches.hits(unit)) {
            pictures.add(patch(hit));
            progress.report(pictures.size(), HitPatches.NINE);
        }
        keep(unit, TopSide.PATCHES, pictures);
    }

    private RgbImage patch(Hit hit) {
        try {
            return patches.patch(hit);
        } catch (InputException e) {
            problem = e.message();
            return patches.blank();
        }
    }

    /** Units with a picture that cannot be read stay without. */
    private void projections(List<Integer> units, Progress progress) {
        try {
            List<List<SeenHit>> seen =
                    engine.projections(network, index, wanted.method()).see(layer, tops, units, progress);
            TopFigure figure = new TopFigure(network, layer, TopFigure.CONTRAST.withGain(wanted.gain()));
            for (int i = 0; i < units.size(); i++) {
                List<SeenHit> nine = seen.get(i).stream().limit(HitPatches.NINE).toList();
                keep(units.get(i), TopSide.PROJECTIONS, nine.isEmpty() ? List.of() : figure.projections(nine));
            }
        } catch (InputException e) {
            problem = e.message();
            if (units.size() > 1) {
                units.forEach(unit -> projections(List.of(unit), progress));
            }
        }
    }

    private void keep(int unit, TopSide side, List<RgbImage> pictures) {
        UnitStatistics statistics =
                UnitStatistics.of(layer, tops, unit, index.index().pictures());
        Tile tile = new Tile(drawing.draw(pictures), TopFigure.label(statistics), statistics.dead());
        tiles.set(unit, blocks.get(key(unit, side), () -> tile));
    }

    private MapsSheet sheet() {
        return new MapsSheet(
                wanted.mapsKey(),
                layer,
                MapsKind.TOP_9,
                tiles,
                Arrays.copyOf(strengths, strengths.length),
                Optional.empty(),
                problem.isEmpty() ? note() : problem,
                left);
    }

    private String note() {
        int done = index.index().tops().done();
        int all = index.index().dataset().items().size();
        return done == all
                ? String.format(Locale.ROOT, "%,d pictures", all)
                : String.format(Locale.ROOT, "%,d of %,d pictures", done, all);
    }
}
