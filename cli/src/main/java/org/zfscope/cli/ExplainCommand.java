package org.zfscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zfscope.models.Progress;
import org.zfscope.viz.exhibit.ExplainedValue;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why a neuron has its value, in numbers. */
@Command(name = "explain", description = "${bundle:cli.explain-command.about}")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "cli.any.picture-network-input-npy")
    private Path image;

    @Option(names = "--unit", required = true, paramLabel = "L:U[@y,x]", descriptionKey = "cli.explain-command.unit")
    private String unit;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "" + ExplainedValue.CHANNELS,
            descriptionKey = "cli.explain-command.show")
    @Range(min = 1, max = 4096)
    private int show;

    @Override
    public Integer call() {
        ExplainedValue value = ExplainedValue.of(Subject.of(model.source(), image), unit, show);
        try (Lab lab = model.lab()) {
            figure.write(value, lab, value.answer(lab, Progress.SILENT));
        }
        return 0;
    }
}
