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
@Command(name = "histogram", description = "${bundle:cli.histogram-command.about}")
final class HistogramCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "cli.any.picture-network-input-npy")
    private Path image;

    @Option(names = "--layer", required = true, paramLabel = "L", descriptionKey = "cli.histogram-command.layer")
    private String layer;

    @Option(names = "-o", paramLabel = "FILE", descriptionKey = "cli.histogram-command.o")
    @Ending({".png", ".svg", ".pdf"})
    private Optional<Path> png;

    @Option(names = "--npy", paramLabel = "FILE.npy", descriptionKey = "cli.histogram-command.npy")
    @Ending(".npy")
    private Optional<Path> npy;

    @Option(
            names = "--bins",
            paramLabel = "N",
            defaultValue = "" + ActivationHistogram.BINS,
            descriptionKey = "cli.histogram-command.bins")
    @Range(min = 1, max = 1000)
    private int bins;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Lab lab = model.lab()) {
            ActivationHistogram histogram = new ActivationHistogram(
                    Subject.of(model.source(), image),
                    lab.network(model.source()).named(layer),
                    bins,
                    Scale.Shared.TILE);
            ActivationHistogram.Result answer = histogram.answer(lab, Progress.SILENT);
            new Outputs(spec, png, npy)
                    .write(histogram, lab.network(model.source()), () -> answer.labelled(Theme.LIGHT), answer);
            spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
        }
        return 0;
    }
}
