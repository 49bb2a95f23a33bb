package org.zfscope.viz.figure;

import java.util.List;
import java.util.function.Consumer;
import org.zfscope.models.Progress;
import org.zfscope.viz.analysis.HitProjection;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;

/** A layer's blocks of strongest pictures, projected a few units at a time, so that memory stays bounded. */
public record TopLayer(TopIndex index, String layer, HitProjections projections) {

    /** Memory for projections and patches that are there together: the more, the more units share a picture's run. */
    private static final long BYTES = 500_000_000;

    /** Of a pixel: a projection's three channels and the patch. */
    private static final int PIXEL = 4 * Float.BYTES;

    private static final int MOST_TOGETHER = 256;

    /**
     * Projects the hits of units, in their order.
     *
     * @param progress told in units, after each picture
     * @param taker gets each block once
     * @throws org.zfscope.models.io.InputException if a picture is not there any more or cannot be read
     */
    public void blocks(List<Integer> units, Progress progress, Consumer<TopFigure.Block> taker) {
        LayerTops tops = index.layer(layer);
        int together = together();
        for (int from = 0; from < units.size(); from += together) {
            List<Integer> some = units.subList(from, Math.min(units.size(), from + together));
            int before = from;
            List<List<HitProjection>> seen = projections.see(
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

    /** How many units are projected at a time. */
    private int together() {
        long unit = (long) index.identity().k() * projections.field(layer).area() * PIXEL;
        return (int) Math.max(1, Math.min(MOST_TOGETHER, BYTES / unit));
    }
}
