package org.zfscope.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zfscope.models.Engines;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.onednn.OneDnn;

/** Prints zfscope's times beside libtorch's and DL4J's, and writes them to a file if one is named. */
public final class SideBySide {

    private static final long SEED = 1;

    private SideBySide() {}

    /** Arguments: libtorch's class path, the number of threads, and maybe the file to write to, or to add to with a +. */
    public static void main(String[] args) throws IOException {
        int threads = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("zfscope-benchmark");
        try {
            Vgg16.write(folder, SEED);
            Engine engine = Engines.usual();
            double peak = Peak.gigaflops(engine);
            Table table = new Table(engine.name() + " " + OneDnn.version() + ", " + OneDnn.instructions(), peak);
            System.out.print(table.head());
            List<Row> rows = measure(args[0], folder, threads, engine, row -> System.out.print(row.markdown(peak)));
            for (Plan plan : List.of(Plans.resNet18(), Plans.mobileNetV2())) {
                Row row = PlanComparison.of(plan, args[0], threads, engine);
                System.out.print(row.markdown(peak));
                rows.add(row);
            }
            String text = table.of(rows);
            if (args.length > 2 && args[2].startsWith("+")) {
                Report.add(Path.of(args[2].substring(1)), text);
            } else if (args.length > 2) {
                Report.write(Path.of(args[2]), threads, text);
            }
        } finally {
            delete(folder);
        }
    }

    private static List<Row> measure(String classpath, Path folder, int threads, Engine engine, Consumer<Row> progress)
            throws IOException {
        try (Libtorch libtorch = new Libtorch(classpath, folder, threads);
                Zfscope zfscope = new Zfscope(folder, engine);
                Dl4j dl4j = new Dl4j(folder)) {
            return new Comparison(zfscope, libtorch, dl4j).measure(progress);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
