package org.zfscope.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zfscope.models.io.AtomicFile;
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

    @Mixin
    private ProbeOptions options;

    @Option(names = "--control", descriptionKey = "cli.probe-command.control")
    private boolean control;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "cli.probe-command.seed")
    private long seed;

    @Option(names = "--csv", paramLabel = "FILE.csv", descriptionKey = "cli.probe-command.csv")
    @Ending(".csv")
    private Optional<Path> csv;

    @Override
    public Integer call() {
        try (Lab lab = model.lab()) {
            Set<Learned> learned = control ? EnumSet.allOf(Learned.class) : EnumSet.of(Learned.TRAINED);
            ProbeTable table = new ProbeTable(
                    Subject.of(model.source()),
                    options.images(),
                    options.of(lab.network(model.source()), List.of(), learned, seed));
            ProbeTable.Result answer = table.answer(lab, figure.progress());
            csv.ifPresent(
                    file -> AtomicFile.write(file, out -> out.write(answer.csv().getBytes(StandardCharsets.UTF_8))));
            figure.write(table, lab, answer);
        }
        return 0;
    }
}
