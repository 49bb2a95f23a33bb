package org.zfscope.viz.figure;

import java.util.List;
import java.util.function.Consumer;
import org.zfscope.viz.Progress;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.SeenHit;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;

/** A layer's blocks of strongest pictures, projected a few units at a time, so that memory stays bounded. */
public record TopLayer(TopIndex index, String layer, HitProjections projections) {

    /** Units whose projections are in memory together: of the largest fields some 150 MB. */
    private static final int TOGETHER = 32;

    /**
     * Projects the hits of units, in their order.
     *
     * @param progress told in units, after each picture
     * @param taker gets each block once
     * @throws org.zfscope.models.io.InputException if a picture is not there any more or cannot be read
     */
    public void blocks(List<Integer> units, Progress progress, Consumer<TopFigure.Block> taker) {
        LayerTops tops = index.layer(layer);
        for (int from = 0; from < units.size(); from += TOGETHER) {
            List<Integer> some = units.subList(from, Math.min(units.size(), from + TOGETHER));
            int before = from;
            List<List<SeenHit>> seen = projections.see(
                    layer,
                    tops,
                    some,
                    (done, total) -> progress.report(before + done * some.size() / total, units.size()));
            for (int i = 0; i < some.size(); i++) {
                UnitStatistics statistics = UnitStatistics.of(layer, tops, some.get(i), index.pictures());
                taker.accept(new TopFigure.Block(statistics, seen.get(i)));
            }
        }
    }
}
