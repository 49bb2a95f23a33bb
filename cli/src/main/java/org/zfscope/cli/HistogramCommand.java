package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Progress;
import org.zfscope.viz.exhibit.ActivationHistogram;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws how often which activations come in a layer. */
@Command(
        name = "histogram",
        description = "Draws how often which activations come in a layer for a picture; zeros are counted apart.")
final class HistogramCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Parameters(index = "1", paramLabel = "IMAGE", description = "A picture, or a network input as .npy.")
    private Path image;

    @Option(names = "--layer", required = true, paramLabel = "L", description = "The layer.")
    private String layer;

    @Option(names = "-o", paramLabel = "FILE.png", description = "Where the plot goes.")
    private Optional<Path> png;

    @Option(names = "--npy", paramLabel = "FILE.npy", description = "Where each map's counts go: [maps, 1, bins].")
    private Optional<Path> npy;

    @Option(
            names = "--bins",
            paramLabel = "N",
            defaultValue = "" + ActivationHistogram.BINS,
            description = "How many bins: ${DEFAULT-VALUE}.")
    @Range(min = 1, max = 1000)
    private int bins;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ActivationHistogram histogram =
                new ActivationHistogram(Subject.of(model.source(), image), layer, bins, Scale.Shared.TILE);
        try (Lab lab = model.lab()) {
            ActivationHistogram.Result answer = histogram.answer(lab, Progress.SILENT);
            new Outputs(spec, png, npy)
                    .write(histogram, lab.network(model.source()), () -> answer.labelled(Theme.LIGHT), answer);
            spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
        }
        return 0;
    }
}
