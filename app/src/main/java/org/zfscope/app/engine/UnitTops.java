package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.SeenHit;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.index.UnitStatistics;

/** The strongest pictures of one unit: patches at once, then the projections. */
final class UnitTops {

    /** What was found of a unit's hits; they stay the same through most of a scan. */
    record Projected(List<TopHit> hits, String problem) {}

    private final Engine engine;
    private final Wanted wanted;
    private final Network network;
    private final OpenIndex index;
    private final Target.Strongest unit;

    UnitTops(Engine engine, Wanted wanted, Network network, OpenIndex index, Target.Strongest unit) {
        this.engine = engine;
        this.wanted = wanted;
        this.network = network;
        this.index = index;
        this.unit = unit;
    }

    /** What is there before the projections goes to {@code partly}. */
    TopSheet make(Consumer<TopSheet> partly, Progress progress) {
        String misfit = engine.misfit(wanted.model().orElseThrow(), index);
        if (!misfit.isEmpty()) {
            return nothing("The index " + misfit, "");
        }
        if (!index.index().tops().layers().containsKey(unit.layer())) {
            return nothing("The index does not watch layer " + unit.layer(), "");
        }
        try {
            List<TopHit> patches = patches(progress);
            partly.accept(new TopSheet(wanted.topKey(), unit, summary(), patches, "", false));
            return projected(patches, progress);
        } catch (InputException e) {
            return nothing(summary(), e.message());
        }
    }

    private TopSheet nothing(String summary, String problem) {
        return new TopSheet(wanted.topKey(), unit, summary, List.of(), problem, true);
    }

    private List<TopHit> patches(Progress progress) {
        HitPatches patches = new HitPatches(engine, network, unit.layer(), index);
        List<TopHit> all = new ArrayList<>();
        for (Hit hit : patches.hits(unit.unit())) {
            all.add(new TopHit(hit, patches.file(hit), patches.patch(hit), Optional.empty()));
            progress.report(all.size(), HitPatches.NINE);
        }
        return all;
    }

    private TopSheet projected(List<TopHit> patches, Progress progress) {
        List<Object> key = List.of(network, patches, unit, wanted.method(), wanted.gain());
        Projected made = engine.projected(key, () -> project(patches, progress));
        return new TopSheet(wanted.topKey(), unit, summary(), made.hits(), made.problem(), true);
    }

    private Projected project(List<TopHit> patches, Progress progress) {
        if (patches.isEmpty()) {
            return new Projected(patches, "");
        }
        List<SeenHit> seen = engine.projections(network, index, wanted.method())
                .see(unit.layer(), index.index().layer(unit.layer()), List.of(unit.unit()), progress)
                .get(0)
                .subList(0, patches.size());
        List<RgbImage> pictures =
                new TopFigure(network, unit.layer(), TopFigure.CONTRAST.withGain(wanted.gain())).projections(seen);
        List<TopHit> all = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            TopHit hit = patches.get(i);
            all.add(new TopHit(hit.hit(), hit.file(), hit.patch(), Optional.of(pictures.get(i))));
        }
        return new Projected(all, changes(seen));
    }

    /** The network answers otherwise than when the index was made. */
    private String changes(List<SeenHit> seen) {
        List<SeenHit> changed = seen.stream().filter(s -> !s.agrees()).toList();
        if (changed.isEmpty()) {
            return "";
        }
        SeenHit first = changed.get(0);
        return String.format(
                Locale.ROOT,
                "%s: %d of the %d strongest pictures of %s are not what they were; %s gave %.4g and gives %.4g. The"
                        + " pictures have changed: scan them anew",
                index.file(),
                changed.size(),
                seen.size(),
                unit,
                first.hit().picture().path(),
                first.hit().value(),
                first.recomputed());
    }

    private String summary() {
        UnitStatistics statistics = UnitStatistics.of(
                unit.layer(),
                index.index().layer(unit.layer()),
                unit.unit(),
                index.index().pictures());
        double share = 100.0 * statistics.fired() / Math.max(1, statistics.pictures());
        String purity = Double.isNaN(statistics.purity())
                ? ""
                : String.format(Locale.ROOT, ", class purity %.2f", statistics.purity());
        return String.format(Locale.ROOT, "fired in %.3g %% of %,d pictures%s", share, statistics.pictures(), purity);
    }
}
