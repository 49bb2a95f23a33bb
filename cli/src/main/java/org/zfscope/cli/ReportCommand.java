package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zfscope.cli.report.Depths;
import org.zfscope.cli.report.Ran;
import org.zfscope.cli.report.Report;
import org.zfscope.cli.report.Section;
import org.zfscope.cli.report.Sections;
import org.zfscope.models.Network;
import org.zfscope.models.Program;
import org.zfscope.viz.Picture;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.index.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the other commands with what is usual and puts what they say on one page. */
@Command(name = "report", description = "${bundle:cli.report-command.about}")
final class ReportCommand implements Callable<Integer> {

    private static final int LAYERS = 4;
    private static final int UNITS = 4;
    private static final int PICTURES = 3;
    private static final int LESSONS = 15;

    @Mixin
    private ModelOptions model;

    @Option(names = "--images", required = true, paramLabel = "DIR", descriptionKey = "cli.report-command.images")
    private Path images;

    @Option(names = "--image", paramLabel = "IMAGE", descriptionKey = "cli.report-command.image")
    private List<Path> chosen = new ArrayList<>();

    @Option(
            names = "--layers",
            paramLabel = "N",
            defaultValue = "" + LAYERS,
            descriptionKey = "cli.report-command.layers")
    @Range(min = 1, max = 100)
    private int layers;

    @Option(names = "-o", required = true, paramLabel = "DIR", descriptionKey = "cli.report-command.o")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Dataset dataset = Dataset.folder(images);
        List<Path> pictures = chosen.isEmpty() ? spread(dataset) : chosen;
        List<Section> sections;
        Report report;
        try (Network network = model.open()) {
            Depths depths = Depths.of(network, layers);
            Map<String, List<Integer>> strongest = depths.strongest(
                    network, Picture.read(pictures.get(0), network).input(), UNITS);
            sections = Sections.of(model.words(), images, pictures, depths, strongest, lessons(dataset));
            report = new Report(
                    folder, say("cli.report-command.title", network.title()), identity(network, dataset), this::shell);
        }
        PrintWriter err = spec.commandLine().getErr();
        int failed = Interrupt.during(
                () -> err.println(say("cli.report-command.stopped")),
                () -> report.write(sections, new ConsoleProgress(err, spec.name())));
        out.println(say(
                "cli.report-command.written", folder.resolve(Report.PAGE), sections.size() - failed, sections.size()));
        return failed < sections.size() ? 0 : 1;
    }

    /** Half of the smallest class, so that the others test; none where there is but one class, or hardly a picture of it. */
    private static int lessons(Dataset dataset) {
        Map<String, Long> classes = dataset.items().stream()
                .filter(item -> !item.label().isEmpty())
                .collect(Collectors.groupingBy(Dataset.Item::label, Collectors.counting()));
        long smallest = classes.values().stream().mapToLong(n -> n).min().orElse(0);
        return classes.size() < 2 || smallest < 4 ? 0 : (int) Math.min(LESSONS, smallest / 2);
    }

    /** A few, from beginning, middle and end: where a class is a folder, of several classes. */
    private static List<Path> spread(Dataset dataset) {
        int all = dataset.items().size();
        return IntStream.range(0, Math.min(PICTURES, all))
                .mapToObj(i -> dataset.file(dataset.items().get(i * all / PICTURES)))
                .toList();
    }

    /** What tells answers of this report from those of another. */
    private String identity(Network network, Dataset dataset) {
        return say(
                "cli.report-command.identity",
                Program.version(),
                model.source().file().isPresent()
                        ? network.name() + " " + Identity.source(model.source())
                        : network.name(),
                dataset.items().size(),
                Integer.toHexString(dataset.items().hashCode()));
    }

    /** Runs a command of this program; how far it is goes to the user's error stream. */
    private Ran shell(List<String> words) {
        StringWriter out = new StringWriter();
        Overheard err = new Overheard(spec.commandLine().getErr());
        int code = Zfscope.run(new PrintWriter(out), new PrintWriter(err, true), words.toArray(String[]::new));
        return new Ran(code, code == 0 ? out.toString() : err.lastLine());
    }
}
