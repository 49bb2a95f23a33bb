package org.zfscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.Method;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.figure.TopLayer;
import org.zfscope.viz.figure.TopTiles;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What top9 draws of an index. */
final class Top9Pictures {

    @Mixin
    private ContrastOptions contrast;

    @Option(
            names = "--units",
            paramLabel = "N",
            defaultValue = "16",
            description =
                    "Units in a layer's mosaic, spread evenly over the layer; 0 for no mosaics: ${DEFAULT-VALUE}.")
    @Range(min = 0, max = 1_000_000)
    private int units;

    @Option(names = "--tiles", description = "Write every unit's projections and patches as single files too.")
    private boolean tiles;

    @Option(names = "--rule", defaultValue = "deconvnet", description = "${COMPLETION-CANDIDATES}.")
    private ReluRule rule;

    /** What the options ask for; throws before anything is scanned if they make no sense. */
    Contrast contrast() {
        return contrast.change(TopFigure.CONTRAST);
    }

    void draw(Network network, TopIndex index, Path folder, Provenance origin, CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        Contrast drawing = contrast();
        Provenance whole = origin.with("images", index.dataset().root().toString())
                .with("pictures", Integer.toString(index.tops().done()))
                .with("rule", rule.name().toLowerCase(Locale.ROOT))
                .with("clip", Double.toString(drawing.clip()))
                .with("gain", Double.toString(drawing.gain()));
        try (HitProjections projections =
                new HitProjections(network, index.dataset(), index.identity().rank(), Method.of(rule))) {
            for (String layer : index.identity().layers()) {
                TopFigure figure = new TopFigure(network, layer, drawing);
                TopLayer top = new TopLayer(index, layer, projections);
                Progress progress = new ConsoleProgress(err, layer);
                int changed = mosaic(top, figure, folder, whole, progress);
                if (tiles) {
                    changed += tiles(top, figure, folder, whole, progress);
                }
                if (changed > 0) {
                    err.println("top9: " + layer + ": " + changed + " activations are not what the index says;"
                            + " the pictures or the model changed");
                }
            }
        }
    }

    /** How many activations have changed. */
    private int mosaic(TopLayer top, TopFigure figure, Path folder, Provenance origin, Progress progress) {
        int all = top.index().layer(top.layer()).units();
        List<Tile> drawn = new ArrayList<>();
        int[] changed = {0};
        top.blocks(TopFigure.spread(all, Math.min(all, units)), progress, block -> {
            drawn.addAll(figure.tiles(List.of(block), Theme.LIGHT));
            changed[0] += changed(block);
        });
        if (!drawn.isEmpty()) {
            Path tiles = TopTiles.folder(folder, top.layer());
            Png.write(
                    tiles.resolveSibling(tiles.getFileName() + ".png"),
                    figure.mosaic(drawn, top.index(), Theme.LIGHT),
                    origin.with("layer", top.layer()));
        }
        return changed[0];
    }

    private static int tiles(TopLayer top, TopFigure figure, Path folder, Provenance origin, Progress progress) {
        List<Integer> all = IntStream.range(0, top.index().layer(top.layer()).units())
                .boxed()
                .toList();
        int[] changed = {0};
        top.blocks(all, progress, block -> {
            TopTiles.write(folder, top.layer(), block, figure, origin);
            changed[0] += changed(block);
        });
        return changed[0];
    }

    private static int changed(TopFigure.Block block) {
        return (int) block.hits().stream().filter(hit -> !hit.agrees()).count();
    }
}
