package org.zfscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.viz.analysis.Fill;
import org.zfscope.viz.exhibit.CorrespondenceTable;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hides the same parts in several pictures and compares what that changes. */
@Command(name = "correspond", description = "${bundle:cli.correspond-command.about}")
final class CorrespondCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Parameters(index = "1", paramLabel = "PARTS.json", descriptionKey = "cli.correspond-command.parts")
    private Path parts;

    @Option(names = "--images", paramLabel = "DIR", descriptionKey = "cli.correspond-command.images")
    private Optional<Path> images;

    @Option(names = "--layer", required = true, paramLabel = "L", descriptionKey = "cli.correspond-command.layer")
    private List<String> layers;

    @Option(names = "--square", paramLabel = "N", defaultValue = "0", descriptionKey = "cli.correspond-command.square")
    @Range(min = 0, max = 10_000)
    private int square;

    @Option(
            names = "--fill",
            defaultValue = "mean",
            paramLabel = "mean|grey|R,G,B",
            converter = FillConverter.class,
            descriptionKey = "cli.any.fill")
    private Fill fill;

    @Option(
            names = "--random",
            paramLabel = "N",
            defaultValue = "" + CorrespondenceTable.RANDOM,
            descriptionKey = "cli.correspond-command.random")
    @Range(min = 0, max = 100_000)
    private int random;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "cli.correspond-command.seed")
    private long seed;

    @Override
    public Integer call() {
        Path folder = images.or(() -> Optional.ofNullable(parts.getParent())).orElse(Path.of(""));
        CorrespondenceTable table =
                new CorrespondenceTable(Subject.of(model.source()), parts, folder, layers, square, fill, random, seed);
        try (Lab lab = model.lab()) {
            figure.write(table, lab, table.answer(lab, figure.progress()));
        }
        return 0;
    }
}
