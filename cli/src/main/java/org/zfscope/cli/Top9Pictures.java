package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.StrongestPictures;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.figure.TopTiles;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What top9 draws of an index. */
final class Top9Pictures {

    @Mixin
    private ContrastOptions contrast;

    @Option(names = "--format", defaultValue = "png", descriptionKey = "cli.any.figure-format")
    private FigureFormat format;

    @Option(names = "--units", paramLabel = "N", defaultValue = "16", descriptionKey = "cli.top9-pictures.units")
    @Range(min = 0, max = 1_000_000)
    private int units;

    @Option(names = "--tiles", descriptionKey = "cli.top9-pictures.tiles")
    private boolean tiles;

    @Option(names = "--rule", defaultValue = "deconvnet", descriptionKey = "cli.any.completion-candidates")
    private ReluRule rule;

    /** What the options ask for; throws before anything is scanned if they make no sense. */
    Contrast contrast() {
        return contrast.change(TopFigure.CONTRAST);
    }

    /** Draws the layers of an index that was just made with the model. */
    void draw(ModelOptions model, Network network, IndexFile index, CommandSpec spec) {
        if (units <= 0 && !tiles) {
            return;
        }
        Subject subject = Subject.of(model.source());
        Provenance made = subject.provenance(network, Optional.of(Origin.command(spec)));
        PrintWriter err = spec.commandLine().getErr();
        try (Lab lab = new Lab(source -> network.shared(), Lab.Capacity.ONE)) {
            for (String layer : index.index().identity().layers()) {
                StrongestPictures exhibit = new StrongestPictures(
                        subject, layer, index, Side.PROJECTIONS, Method.of(rule), contrast(), units);
                int changed = draw(exhibit, lab, made, new ConsoleProgress(err, layer));
                if (changed > 0) {
                    err.println(say("cli.top9-pictures.top9-activations-what-index", layer, changed));
                }
            }
        }
    }

    /** How many activations have changed. */
    private int draw(StrongestPictures exhibit, Lab lab, Provenance made, Progress progress) {
        Path folder = exhibit.index().file().resolveSibling("");
        int changed = 0;
        if (units > 0) {
            StrongestPictures.Result answer = exhibit.answer(lab, progress);
            changed += answer.changed();
            if (!answer.isEmpty()) {
                Path tile = TopTiles.folder(folder, exhibit.layer());
                FigureFormat.write(
                        tile.resolveSibling(tile.getFileName() + format.ending()),
                        answer.labelled(Theme.LIGHT),
                        exhibit.describe(made));
            }
        }
        return tiles ? changed + exhibit.writeTiles(lab, folder, made, progress) : changed;
    }
}
