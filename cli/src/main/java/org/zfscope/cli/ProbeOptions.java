package org.zfscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.zfscope.models.Network;
import org.zfscope.viz.analysis.Classifier;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Learned;
import picocli.CommandLine.Option;

/** How features are probed. */
final class ProbeOptions {

    @Option(names = "--images", required = true, paramLabel = "DIR", descriptionKey = "cli.probe-command.images")
    private Path images;

    @Option(names = "--classes", paramLabel = "N", defaultValue = "0", descriptionKey = "cli.probe-command.classes")
    @Range(min = 0, max = 1_000_000)
    private int classes;

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

    @Option(
            names = "--features",
            paramLabel = "N",
            defaultValue = "2048",
            descriptionKey = "cli.probe-command.features")
    @Range(min = 1, max = 1_000_000)
    private int features;

    @Option(names = "--cost", paramLabel = "C", defaultValue = "10", descriptionKey = "cli.probe-command.cost")
    @Range(min = 1e-6, max = 1e6)
    private double cost;

    Path images() {
        return images;
    }

    /**
     * All that decides the table.
     *
     * @param usual layers where none is named; all blocks if empty
     */
    Probe.Options of(Network network, List<String> usual, Set<Learned> learned, long seed) {
        List<String> named = layers.stream().map(network::named).toList();
        return new Probe.Options(
                classes, named.isEmpty() ? usual : named, learned, classifiers, perClass, folds, features, cost, seed);
    }
}
