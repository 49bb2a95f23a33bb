package org.zfscope.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.analysis.Invariance;
import org.zfscope.viz.analysis.Movement;
import org.zfscope.viz.analysis.Sweep;
import org.zfscope.viz.exhibit.InvarianceCurves;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves pictures and draws how far features go. */
@Command(name = "invariance", description = "${bundle:cli.invariance-command.about}")
final class InvarianceCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", descriptionKey = "cli.classify-command.images")
    private List<Path> images;

    @Option(names = "--layer", required = true, paramLabel = "L", descriptionKey = "cli.invariance-command.layer")
    private List<String> layers;

    @Option(
            names = "--translation",
            paramLabel = "FROM:TO:STEP",
            converter = SweepConverter.class,
            descriptionKey = "cli.invariance-command.translation")
    private Optional<Sweep> translation;

    @Option(
            names = "--scaling",
            paramLabel = "FROM:TO:STEP",
            converter = SweepConverter.class,
            descriptionKey = "cli.invariance-command.scaling")
    private Optional<Sweep> scaling;

    @Option(
            names = "--rotation",
            paramLabel = "FROM:TO:STEP",
            converter = SweepConverter.class,
            descriptionKey = "cli.invariance-command.rotation")
    private Optional<Sweep> rotation;

    @Option(
            names = "--fill",
            defaultValue = "mean",
            paramLabel = "mean|grey|R,G,B",
            converter = FillConverter.class,
            descriptionKey = "cli.any.fill")
    private Fill fill;

    @Option(names = "--class", paramLabel = "N", descriptionKey = "cli.invariance-command.class")
    @Range(min = 0, max = 1e6)
    private Optional<Integer> label;

    @Option(names = "--distance", defaultValue = "raw", descriptionKey = "cli.invariance-command.distance")
    private Invariance.Distance distance;

    @Option(names = "--csv", paramLabel = "FILE.csv", descriptionKey = "cli.invariance-command.csv")
    @Ending(".csv")
    private Optional<Path> csv;

    @Override
    public Integer call() {
        InvarianceCurves curves =
                new InvarianceCurves(Subject.of(model.source()), images, layers, sweeps(), fill, label, distance);
        try (Lab lab = model.lab()) {
            InvarianceCurves.Result answer = curves.answer(lab, figure.progress());
            csv.ifPresent(
                    file -> AtomicFile.write(file, out -> out.write(answer.csv().getBytes(StandardCharsets.UTF_8))));
            figure.write(curves, lab, answer);
        }
        return 0;
    }

    /** Those that were asked for, or all as they are usual. */
    private Map<Movement, Sweep> sweeps() {
        Map<Movement, Sweep> sweeps = new EnumMap<>(Movement.class);
        translation.ifPresent(s -> sweeps.put(Movement.TRANSLATION, s));
        scaling.ifPresent(s -> sweeps.put(Movement.SCALE, s));
        rotation.ifPresent(s -> sweeps.put(Movement.ROTATION, s));
        if (sweeps.isEmpty()) {
            for (Movement movement : Movement.values()) {
                sweeps.put(movement, movement.usual());
            }
        }
        return sweeps;
    }
}
