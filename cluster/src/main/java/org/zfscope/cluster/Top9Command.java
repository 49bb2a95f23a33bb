package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the strongest pictures of every feature map, on a cluster. */
@Command(name = "top9", description = "${bundle:cluster.top9-command.about}", mixinStandardHelpOptions = true)
final class Top9Command implements Callable<Integer> {

    private static final String INDEX = "index.json";

    @Parameters(paramLabel = "MODEL", descriptionKey = "cluster.top9-command.model")
    private String model;

    @Option(names = "--weights", paramLabel = "FILE", descriptionKey = "cluster.top9-command.weights")
    private Optional<Path> weights;

    @Mixin
    private SourceOptions pictures;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "cluster.top9-command.layer")
    private List<String> layers = new ArrayList<>();

    @Option(names = "--count", paramLabel = "K", defaultValue = "9", descriptionKey = "cluster.top9-command.count")
    private int count;

    @Option(names = "--rank", defaultValue = "max", descriptionKey = "cluster.top9-command.rank")
    private Rank rank;

    @Option(names = "-o", required = true, paramLabel = "DIR", descriptionKey = "cluster.top9-command.o")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        pictures.check();
        Path file = folder.resolve(INDEX);
        if (Files.exists(file)) {
            throw InputException.in(file, say("cluster.top9-command.there"));
        }
        ModelSource source = Models.completed(Models.source(model, weights));
        try (Network network = Models.open(source);
                JavaSparkContext spark = Contexts.open()) {
            Top9Job job = new Top9Job(spark, network, source, options(network), pictures.root());
            long start = System.nanoTime();
            TopIndex index = job.run(pictures.pictures(), this::tell);
            index.write(file);
            UnitStatistics.write(UnitStatistics.of(index), folder.resolve("statistics.csv"));
            report(index, file, Duration.ofNanos(System.nanoTime() - start));
        }
        return 0;
    }

    private void tell(long done, long tasks) {
        spec.commandLine().getErr().println(say("cluster.top9-command.tasks", done, tasks));
    }

    private void report(TopIndex index, Path file, Duration took) {
        Tops tops = index.tops();
        PrintWriter out = spec.commandLine().getOut();
        String seconds = Quantities.fixed(took.toMillis() / 1e3, 1);
        out.println(
                say("cluster.top9-command.pictures", tops.done(), tops.skipped().size(), seconds, file));
        tops.skipped()
                .forEach(s -> out.println(say(
                        "cluster.top9-command.skipped", s.path(), s.problem().replaceAll("\\s*\\R\\s*", "; "))));
    }

    private TopActivations.Options options(Network network) {
        try {
            return TopActivations.Options.of(network, layers, count, rank);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
