package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.IndexedScan;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the strongest pictures of every feature map. */
@Command(name = "top9", description = "${bundle:cli.top9-command.about}")
final class Top9Command implements Callable<Integer> {

    static final String INDEX = "index.json";

    @Mixin
    private ModelOptions model;

    @Option(names = "--images", paramLabel = "DIR", descriptionKey = "cli.top9-command.images")
    private Optional<Path> images;

    @Option(names = "--list", paramLabel = "FILE", descriptionKey = "cli.top9-command.list")
    private Optional<Path> list;

    @Option(
            names = "--part",
            paramLabel = "I/N",
            converter = PartConverter.class,
            descriptionKey = "cli.top9-command.part")
    private Optional<PartConverter.Part> part;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "cli.top9-command.layer")
    private List<String> layers = new ArrayList<>();

    @Option(names = "--count", paramLabel = "K", descriptionKey = "cli.top9-command.count", defaultValue = "9")
    @Range(min = 1, max = 1000)
    private int count;

    @Option(names = "--rank", defaultValue = "max", descriptionKey = "cli.top9-command.rank")
    private Rank rank;

    @Option(names = "-o", required = true, paramLabel = "DIR", descriptionKey = "cli.top9-command.o")
    private Path folder;

    @Option(names = "--resume", descriptionKey = "cli.top9-command.resume")
    private boolean resume;

    @Mixin
    private Top9Pictures pictures;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        pictures.contrast();
        Network network = model.open();
        TopActivations.Options options = options(network);
        Identity identity = Identity.of(network, model.source(), options);
        IndexedScan scan = new IndexedScan(network, identity, dataset(), folder.resolve(INDEX), IndexedScan.PAUSE);
        TopIndex index = scanned(scan);
        report(index);
        requireSome(index);
        pictures.draw(model, network, new IndexFile(scan.file(), index), spec);
        return 0;
    }

    private static void requireSome(TopIndex index) {
        int skipped = index.tops().skipped().size();
        if (skipped == index.tops().done()) {
            throw InputException.in(index.dataset().root(), say("cli.top9-command.all-skipped", skipped));
        }
    }

    private TopActivations.Options options(Network network) {
        try {
            return TopActivations.Options.of(network, layers, count, rank);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Dataset dataset() {
        if (images.isEmpty() && list.isEmpty()) {
            throw new ParameterException(spec.commandLine(), say("cli.top9-command.images-dir-list-file"));
        }
        Dataset all = list.map(file -> Dataset.list(file, images.orElse(folderOf(file))))
                .orElseGet(() -> Dataset.folder(images.orElseThrow()));
        return part.map(p -> all.part(p.number(), p.parts())).orElse(all);
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private TopIndex scanned(IndexedScan scan) {
        PrintWriter err = spec.commandLine().getErr();
        Watched watched = new Watched(scan, err);
        try {
            return Interrupt.during(watched::save, () -> resume ? scan.resume(watched) : scan.start(watched));
        } catch (MachineException e) {
            if (Files.notExists(scan.file())) {
                throw e;
            }
            throw new MachineException(say("cli.top9-command.resume-goes", e.getMessage(), scan.file()), e);
        }
    }

    /** Says how far the scan is, and keeps what it has found when a signal ends the program. */
    private static final class Watched implements TopActivations.Listener {

        private final IndexedScan scan;
        private final PrintWriter err;
        private final ConsoleProgress progress;
        private volatile Optional<Tops> last = Optional.empty();

        Watched(IndexedScan scan, PrintWriter err) {
            this.scan = scan;
            this.err = err;
            this.progress = new ConsoleProgress(err, "top9");
        }

        @Override
        public void begins(long done) {
            progress.begin(done);
        }

        @Override
        public void scanned(long done, long total, Tops soFar) {
            last = Optional.of(soFar);
            progress.report(done, total);
        }

        /** By the thread that the signal starts; the scan goes on beside it. */
        void save() {
            last.ifPresent(tops -> {
                try {
                    synchronized (tops.layers()) {
                        new TopIndex(scan.identity(), scan.dataset(), last.orElse(tops)).write(scan.file());
                    }
                    err.println(say("cli.top9-command.top9-stopped-resume-goes", scan.file()));
                } catch (InputException e) {
                    err.println(say("cli.top9-command.top9-stopped", Failures.line(e)));
                }
            });
        }
    }

    private void report(TopIndex index) {
        List<UnitStatistics> all = UnitStatistics.of(index);
        UnitStatistics.write(all, folder.resolve("statistics.csv"));
        PrintWriter out = spec.commandLine().getOut();
        out.println(say(
                "cli.top9-command.pictures-skipped",
                index.tops().done(),
                index.tops().skipped().size(),
                folder.resolve(INDEX)));
        index.tops()
                .skipped()
                .forEach(s -> out.println(say("cli.top9-command.skipped", s.path(), Failures.oneLine(s.problem()))));
        for (String layer : index.identity().layers()) {
            print(out, layer, all.stream().filter(u -> u.layer().equals(layer)).toList());
        }
    }

    private static void print(PrintWriter out, String layer, List<UnitStatistics> units) {
        double purity = units.stream()
                .filter(u -> !u.dead())
                .mapToDouble(UnitStatistics::purity)
                .average()
                .orElse(Double.NaN);
        long dead = units.stream().filter(UnitStatistics::dead).count();
        out.println(say(
                "cli.top9-command.units-dead",
                String.format(Locale.ROOT, "%-24s", layer),
                String.format(Locale.ROOT, "%5d", units.size()),
                dead,
                Double.isNaN(purity) ? "" : say("cli.top9-command.class-purity", Quantities.fixed(purity, 2))));
    }
}
