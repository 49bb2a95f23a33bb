package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.viz.exhibit.ClassAttributions;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws which pixels speak for a class. */
@Command(name = "attribute", description = "${bundle:cli.attribute-command.about}")
final class AttributeCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "cli.any.picture-network-input-npy")
    private Path image;

    @Option(names = "--class", paramLabel = "N", descriptionKey = "cli.attribute-command.class")
    @Range(min = 0, max = 1e6)
    private Optional<Integer> label;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "cli.attribute-command.layer")
    private Optional<String> layer;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "32", descriptionKey = "cli.attribute-command.steps")
    @Range(min = 1, max = 100_000)
    private int steps;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "16",
            descriptionKey = "cli.attribute-command.samples")
    @Range(min = 1, max = 100_000)
    private int samples;

    @Option(names = "--noise", paramLabel = "S", defaultValue = "0.15", descriptionKey = "cli.attribute-command.noise")
    @Range(min = 0, max = 10)
    private double noise;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "cli.attribute-command.seed")
    private long seed;

    @Override
    public Integer call() {
        ClassAttributions attributions =
                new ClassAttributions(Subject.of(model.source(), image), label, layer, steps, samples, noise, seed);
        try (Lab lab = model.lab()) {
            figure.write(attributions, lab, attributions.answer(lab, figure.progress()));
        }
        return 0;
    }
}
