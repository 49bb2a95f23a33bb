package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.exhibit.HitPatches;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;
import org.zfscope.viz.render.Contrast;

/** Which pictures of an index does one unit answer to most strongly? Patches come at once, then the projections. */
record UnitHits(Subject subject, IndexFile index, Target.Strongest unit, Method method, Contrast contrast) {

    /** What was found of a unit's hits; they stay the same through most of a scan. */
    record Result(List<TopHit> hits, String problem) {}

    /** What is there before the projections goes to {@code partly}. */
    TopSheet sheet(Engine engine, Consumer<TopSheet> partly, Progress progress) {
        String misfit = engine.lab().misfit(subject.model(), index);
        if (!misfit.isEmpty()) {
            return nothing(say("app.unit-hits.index", misfit), "");
        }
        Network network = engine.lab().network(subject.model());
        TopIndex known = engine.lab().covered(network, index);
        if (!known.tops().layers().containsKey(unit.layer())) {
            return nothing(say("app.unit-hits.index-does-watch-layer", unit.layer()), "");
        }
        try {
            List<TopHit> patches = patches(engine, network, progress);
            partly.accept(new TopSheet(Optional.of(this), summary(known), patches, "", false));
            List<Object> key = List.of(network, patches, unit, method, contrast);
            Result found = engine.found(key, () -> project(engine, network, known, patches, progress));
            return new TopSheet(Optional.of(this), summary(known), found.hits(), found.problem(), true);
        } catch (InputException e) {
            return nothing(summary(known), e.message());
        }
    }

    private TopSheet nothing(String summary, String problem) {
        return new TopSheet(Optional.of(this), summary, List.of(), problem, true);
    }

    private List<TopHit> patches(Engine engine, Network network, Progress progress) {
        HitPatches patches = new HitPatches(engine.lab(), network, unit.layer(), index);
        List<TopHit> all = new ArrayList<>();
        for (Hit hit : patches.hits(unit.unit())) {
            all.add(new TopHit(hit, patches.file(hit), patches.patch(hit), Optional.empty()));
            progress.report(all.size(), HitPatches.NINE);
        }
        return all;
    }

    private Result project(Engine engine, Network network, TopIndex known, List<TopHit> patches, Progress progress) {
        if (patches.isEmpty()) {
            return new Result(patches, "");
        }
        List<HitProjection> seen = engine.lab()
                .hits(network, index, method)
                .see(unit.layer(), known.layer(unit.layer()), List.of(unit.unit()), progress)
                .get(0)
                .subList(0, patches.size());
        List<RgbImage> pictures = new TopFigure(network, unit.layer(), contrast).projections(seen);
        List<TopHit> all = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            TopHit hit = patches.get(i);
            all.add(new TopHit(hit.hit(), hit.file(), hit.patch(), Optional.of(pictures.get(i))));
        }
        return new Result(all, changes(seen));
    }

    /** The network answers otherwise than when the index was made. */
    private String changes(List<HitProjection> seen) {
        List<HitProjection> changed = seen.stream().filter(s -> !s.agrees()).toList();
        if (changed.isEmpty()) {
            return "";
        }
        HitProjection first = changed.get(0);
        return say(
                "app.unit-hits.strongest-pictures-what-they",
                index.file(),
                changed.size(),
                seen.size(),
                unit,
                first.hit().picture().path(),
                Quantities.digits(first.hit().value(), 4),
                Quantities.digits(first.recomputed(), 4));
    }

    private String summary(TopIndex known) {
        UnitStatistics statistics =
                UnitStatistics.of(unit.layer(), known.layer(unit.layer()), unit.unit(), known.pictures());
        double share = 100.0 * statistics.fired() / Math.max(1, statistics.pictures());
        String purity = statistics.classes().entrySet().stream()
                .findFirst()
                .map(most -> say(
                        "app.unit-hits.class-purity",
                        most.getValue(),
                        statistics.hits().size(),
                        ImageNet.readable(most.getKey()),
                        Quantities.fixed(statistics.purity(), 2)))
                .orElse("");
        return say(
                "app.unit-hits.fired-pictures",
                Quantities.digits(share, 3),
                Quantities.count(statistics.pictures()),
                purity);
    }
}
