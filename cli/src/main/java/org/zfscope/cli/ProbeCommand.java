package org.zfscope.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.viz.analysis.Classifier;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Learned;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.ProbeTable;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learns classes from the features of each layer and prints how well that goes. */
@Command(name = "probe", description = "${bundle:cli.probe-command.about}")
final class ProbeCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Option(names = "--images", required = true, paramLabel = "DIR", descriptionKey = "cli.probe-command.images")
    private Path images;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "cli.probe-command.layer")
    private List<String> layers = List.of();

    @Option(names = "--classifier", descriptionKey = "cli.probe-command.classifier")
    private List<Classifier> classifiers = List.of(Classifier.SVM);

    @Option(
            names = "--per-class",
            paramLabel = "N",
            split = ",",
            defaultValue = "15",
            descriptionKey = "cli.probe-command.per-class")
    @Range(min = 1, max = 1_000_000)
    private List<Integer> perClass;

    @Option(names = "--folds", paramLabel = "N", defaultValue = "5", descriptionKey = "cli.probe-command.folds")
    @Range(min = 1, max = 1000)
    private int folds;

    @Option(names = "--features", paramLabel = "N", defaultValue = "2048", descriptionKey = "cli.probe-command.features")
    @Range(min = 1, max = 1_000_000)
    private int features;

    @Option(names = "--cost", paramLabel = "C", defaultValue = "10", descriptionKey = "cli.probe-command.cost")
    @Range(min = 1e-6, max = 1e6)
    private double cost;

    @Option(names = "--control", descriptionKey = "cli.probe-command.control")
    private boolean control;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "cli.probe-command.seed")
    private long seed;

    @Option(names = "--csv", paramLabel = "FILE.csv", descriptionKey = "cli.probe-command.csv")
    private Optional<Path> csv;

    @Override
    public Integer call() {
        try (Lab lab = model.lab()) {
            List<String> named =
                    layers.stream().map(lab.network(model.source())::named).toList();
            Set<Learned> learned = control ? EnumSet.allOf(Learned.class) : EnumSet.of(Learned.TRAINED);
            ProbeTable table = new ProbeTable(
                    Subject.of(model.source()),
                    images,
                    new Probe.Options(named, learned, classifiers, perClass, folds, features, cost, seed));
            ProbeTable.Result answer = table.answer(lab, figure.progress());
            csv.ifPresent(
                    file -> AtomicFile.write(file, out -> out.write(answer.csv().getBytes(StandardCharsets.UTF_8))));
            figure.write(table, lab, answer);
        }
        return 0;
    }
}
