package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.figure.BlockPicture;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.index.UnitStatistics;
import org.zfscope.viz.render.Tile;

/**
 * The strongest pictures of all units of a layer, a block a unit: what is in view first, patches before projections, a few units
 * at a time. Finished blocks are kept, so a newer sheet goes on where an older one was stopped.
 */
final class StrongestTiles {

    /** A few first, so that something is seen; then more, as units of one picture share a run through the network. */
    private static final int FIRST = 8;

    private static final int MOST_AT_ONCE = 32;

    private final StrongestPictures question;
    private final Lab lab;
    private final Audience audience;
    private final Network network;
    private final String layer;
    private final IndexFile index;
    private final HitPatches patches;
    private final LayerTops tops;
    private final BlockPicture drawing;
    private final LruCache<Tile> blocks;
    private final List<Tile> tiles;
    private final float[] strengths;
    private final Set<Integer> stayed = new HashSet<>();
    private String problem = "";
    private int left;

    /** Throws InputException if the index has no such layer. */
    StrongestTiles(StrongestPictures question, Lab lab, Audience audience) {
        this.question = question;
        this.lab = lab;
        this.audience = audience;
        this.network = lab.network(question.subject().model());
        this.layer = question.layer();
        this.index = question.index();
        this.patches = new HitPatches(lab, network, layer, index);
        this.tops = lab.covered(network, index).layer(layer);
        this.drawing = new BlockPicture(patches.blank(), tops.units());
        this.blocks = lab.tiles(network, layer);
        this.tiles = new ArrayList<>(Collections.nCopies(tops.units(), Tile.of(drawing.draw(List.of()))));
        this.strengths = new float[tops.units()];
    }

    TileSheet make() {
        List<Integer> missing = new ArrayList<>();
        for (int unit = 0; unit < strengths.length; unit++) {
            List<Hit> hits = patches.hits(unit);
            strengths[unit] = hits.isEmpty() ? 0 : hits.get(0).value();
            if (!take(unit, question.side())) {
                missing.add(unit);
                if (!takeLatest(unit)) {
                    take(unit, Side.PATCHES);
                }
            }
        }
        left = missing.size();
        audience.see(sheet());
        for (boolean near : new boolean[] {true, false}) {
            List<Integer> some = missing.stream()
                    .filter(unit -> audience.inView().contains(unit) == near)
                    .toList();
            if (question.side() == Side.PROJECTIONS) {
                fill(some.stream().filter(unit -> !stayed.contains(unit)).toList(), Side.PATCHES);
            }
            fill(some, question.side());
        }
        return sheet();
    }

    /** Puts a block that is known already into its place. */
    private boolean take(int unit, Side side) {
        Optional<Tile> known = blocks.known(key(unit, side));
        known.ifPresent(tile -> tiles.set(unit, tile));
        return known.isPresent();
    }

    /** Until the new block is there the last one stays, which showed what was strongest then. */
    private boolean takeLatest(int unit) {
        Optional<Tile> latest = blocks.known(latest(unit, question.side()));
        latest.ifPresent(tile -> {
            tiles.set(unit, tile);
            stayed.add(unit);
        });
        return latest.isPresent();
    }

    private Object latest(int unit, Side side) {
        return List.of(index.index().dataset().root(), unit, side, way(side));
    }

    private List<Object> way(Side side) {
        return side == Side.PATCHES ? List.of() : List.of(question.method(), question.contrast());
    }

    private Object key(int unit, Side side) {
        return List.of(
                index.index().dataset().root(), unit, tops.fired(unit) == 0, patches.hits(unit), side, way(side));
    }

    private void fill(List<Integer> units, Side side) {
        List<Integer> open = units.stream().filter(unit -> !take(unit, side)).toList();
        for (int from = 0, count = FIRST; from < open.size(); from += count, count = MOST_AT_ONCE) {
            List<Integer> some = open.subList(from, Math.min(open.size(), from + count));
            if (side == Side.PATCHES) {
                some.forEach(unit -> patches(unit));
            } else {
                projections(some);
            }
            left -= side == question.side() ? some.size() : 0;
            audience.see(sheet());
        }
    }

    private void patches(int unit) {
        List<RgbImage> pictures = new ArrayList<>();
        for (Hit hit : patches.hits(unit)) {
            pictures.add(patch(hit));
            audience.report(pictures.size(), HitPatches.NINE);
        }
        keep(unit, Side.PATCHES, pictures);
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
    private void projections(List<Integer> units) {
        try {
            List<List<HitProjection>> seen =
                    lab.hits(network, index, question.method()).see(layer, tops, units, audience);
            TopFigure figure = new TopFigure(network, layer, question.contrast());
            for (int i = 0; i < units.size(); i++) {
                List<HitProjection> nine =
                        seen.get(i).stream().limit(HitPatches.NINE).toList();
                keep(units.get(i), Side.PROJECTIONS, nine.isEmpty() ? List.of() : figure.projections(nine));
            }
        } catch (InputException e) {
            problem = e.message();
            if (units.size() > 1) {
                units.forEach(unit -> projections(List.of(unit)));
            }
        }
    }

    private void keep(int unit, Side side, List<RgbImage> pictures) {
        UnitStatistics statistics =
                UnitStatistics.of(layer, tops, unit, index.index().pictures());
        Tile tile = new Tile(
                drawing.draw(statistics.dead() ? List.of() : pictures), TopFigure.label(statistics), statistics.dead());
        tiles.set(unit, blocks.get(key(unit, side), () -> tile));
        blocks.put(latest(unit, side), tile);
    }

    private TileSheet sheet() {
        return new TileSheet(
                question,
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
                ? say("viz.strongest-tiles.pictures", Quantities.count(all))
                : say("viz.strongest-tiles.pictures-2", Quantities.count(done), Quantities.count(all));
    }
}
