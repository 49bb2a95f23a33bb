package org.zfscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.viz.Method;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.SeenHit;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.figure.TopTiles;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What top9 draws of an index. */
final class Top9Pictures {

    /** Units whose projections are in memory together: of the largest fields some 150 MB. */
    private static final int TOGETHER = 32;

    @Mixin
    private ContrastOptions contrast;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "Units in a layer's mosaic, spread evenly over the layer; 0 for no mosaics: ${DEFAULT-VALUE}.")
    private int units;

    @Option(names = "--tiles", description = "Write every unit's projections and patches as single files too.")
    private boolean tiles;

    @Option(names = "--rule", defaultValue = "deconvnet", description = "${COMPLETION-CANDIDATES}.")
    private ReluRule rule;

    void draw(Network network, TopIndex index, Path folder, Provenance origin, CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        Provenance whole = origin.with("images", index.dataset().root().toString())
                .with("pictures", Integer.toString(index.tops().done()))
                .with("rule", rule.name().toLowerCase(Locale.ROOT));
        try (HitProjections projections =
                new HitProjections(network, index.dataset(), index.identity().rank(), Method.of(rule))) {
            for (String layer : index.identity().layers()) {
                TopFigure figure = new TopFigure(network, layer, contrast.change(Contrast.projections()));
                LayerTops tops = index.layer(layer);
                int all = tops.units();
                int changed = mosaic(index, layer, figure, projections, folder, whole, err);
                for (int from = 0; tiles && from < all; from += TOGETHER) {
                    List<TopFigure.Block> blocks = blocks(
                            index,
                            layer,
                            IntStream.range(from, Math.min(all, from + TOGETHER))
                                    .boxed()
                                    .toList(),
                            projections,
                            err);
                    blocks.forEach(block -> TopTiles.write(folder, layer, block, figure, whole));
                    changed += changed(blocks);
                }
                if (changed > 0) {
                    err.println("top9: " + layer + ": " + changed + " activations are not what the index says;"
                            + " the pictures or the model changed");
                }
            }
        }
    }

    private int mosaic(
            TopIndex index,
            String layer,
            TopFigure figure,
            HitProjections projections,
            Path folder,
            Provenance origin,
            PrintWriter err) {
        int all = index.layer(layer).units();
        int shown = Math.min(all, units);
        List<Integer> chosen = IntStream.range(0, shown)
                .map(i -> (int) ((long) i * all / shown))
                .boxed()
                .toList();
        List<TopFigure.Block> blocks = blocks(index, layer, chosen, projections, err);
        if (blocks.stream().allMatch(b -> b.hits().isEmpty())) {
            return 0;
        }
        String title = layer + " of " + index.identity().model() + ": the "
                + index.identity().k() + " strongest of " + index.tops().done() + " pictures";
        Png.write(
                TopTiles.folder(folder, layer)
                        .resolveSibling(TopTiles.folder(folder, layer).getFileName() + ".png"),
                figure.mosaic(blocks, title, Theme.LIGHT),
                origin.with("layer", layer));
        return changed(blocks);
    }

    private static List<TopFigure.Block> blocks(
            TopIndex index, String layer, List<Integer> units, HitProjections projections, PrintWriter err) {
        LayerTops tops = index.layer(layer);
        long pictures = index.tops().done() - (long) index.tops().skipped().size();
        List<List<SeenHit>> seen = projections.see(layer, tops, units, new ConsoleProgress(err, layer));
        List<TopFigure.Block> blocks = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            UnitStatistics statistics = UnitStatistics.of(layer, tops, units.get(i), pictures);
            blocks.add(new TopFigure.Block(statistics, seen.get(i)));
        }
        return blocks;
    }

    private static int changed(List<TopFigure.Block> blocks) {
        return (int) blocks.stream()
                .flatMap(block -> block.hits().stream())
                .filter(hit -> !hit.agrees())
                .count();
    }
}
