package org.zfscope.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Method;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerTops;
import org.zfscope.viz.analysis.PackedPictures;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.Audience;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.StrongestPictures;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.exhibit.TileSheet;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/**
 * An index as large as one of all of ImageNet, whose paths and hits are made up: how long it takes to write, read, merge of
 * parts and look at, each in a process of its own, and what memory that needs at most.
 */
public final class MillionPictures {

    private static final int CLASSES = 1000;
    private static final int OF_A_CLASS = 1300;
    private static final int PARTS = 100;
    private static final int K = 9;

    /** Units of its fully connected layers: 4,096. Its weights do not matter. */
    private static final String MODEL = "random:zfnet";

    private static final String LAYER = "relu6";

    private MillionPictures() {}

    /** Arguments: {@code write}, {@code parts}, {@code read}, {@code merge} or {@code open}, and a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Path file = folder.resolve("index.json");
        String what = args[0];
        Runnable work =
                switch (what) {
                    case "write" -> {
                        TopIndex index = index(Models.open(MODEL), pictures(folder));
                        yield () -> index.write(file);
                    }
                    case "parts" -> () -> writeParts(pictures(folder), folder);
                    case "read" -> () -> TopIndex.read(file);
                    case "merge" -> () -> merge(folder).write(folder.resolve("merged.json"));
                    default -> {
                        Lab lab = new Lab(Models::open, Lab.Capacity.ONE);
                        lab.network(ModelSource.ofArchitecture(MODEL)); // the window has it already
                        yield () -> look(lab, file);
                    }
                };
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f s | peak %d MiB |%n",
                what,
                (System.nanoTime() - start) / 1e9,
                PeakMemory.mebibytes());
    }

    /** As ImageNet's are called. */
    private static Dataset pictures(Path folder) {
        PackedPictures.Packer all = new PackedPictures.Packer();
        List<String> numbers = IntStream.range(0, OF_A_CLASS)
                .mapToObj(Integer::toString)
                .sorted()
                .toList();
        for (int i = 0; i < CLASSES; i++) {
            String label = "n%08d".formatted(1_440_764 + i * 13);
            numbers.forEach(number ->
                    all.add(new Dataset.Item("train/" + label + "/" + label + "_" + number + ".JPEG", label)));
        }
        return new Dataset(folder.toAbsolutePath(), all.packed());
    }

    private static TopIndex index(Network network, Dataset dataset) {
        TopActivations.Options options = new TopActivations.Options(TopActivations.usualLayers(network), K, Rank.MAX);
        Identity identity = Identity.of(network, ModelSource.ofArchitecture(MODEL), options);
        Random random = new Random(dataset.items().size());
        Map<String, LayerTops> layers = new LinkedHashMap<>();
        for (String layer : options.layers()) {
            layers.put(layer, tops(network.shape(layer).channels(), dataset.items(), random));
        }
        return new TopIndex(identity, dataset, new Tops(dataset.items().size(), List.of(), layers));
    }

    private static LayerTops tops(int units, List<Dataset.Item> items, Random random) {
        List<List<Hit>> hits = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            hits.add(random.ints(0, items.size())
                    .distinct()
                    .limit(K)
                    .mapToObj(i -> new Hit(random.nextFloat(), items.get(i), 0, 0))
                    .toList());
        }
        return LayerTops.of(
                K,
                hits,
                IntStream.range(0, units)
                        .mapToObj(u -> (long) random.nextInt(items.size()))
                        .toList());
    }

    private static void writeParts(Dataset dataset, Path folder) {
        try (Network network = Models.open(MODEL)) {
            for (int part = 1; part <= PARTS; part++) {
                index(network, dataset.part(part, PARTS)).write(part(folder, part));
            }
        }
    }

    private static Path part(Path folder, int part) {
        return folder.resolve("part-" + part + ".json");
    }

    private static TopIndex merge(Path folder) {
        return TopIndex.merged(IntStream.rangeClosed(1, PARTS).mapToObj(part -> TopIndex.read(part(folder, part))));
    }

    /** As the window does, until the first blocks are there. */
    private static void look(Lab lab, Path file) {
        try (lab) {
            IndexFile index = IndexFile.read(file);
            StrongestPictures question = new StrongestPictures(
                    Subject.of(ModelSource.ofArchitecture(MODEL)),
                    LAYER,
                    index,
                    StrongestPictures.Side.PATCHES,
                    Method.of(ReluRule.DECONVNET),
                    TopFigure.CONTRAST,
                    0);
            index.index()
                    .hits(LAYER, 0)
                    .forEach(hit -> paint(index.index().dataset().file(hit.picture())));
            try {
                question.tiles(lab, new FirstBlock());
            } catch (CancellationException e) {
                return;
            }
            throw new IllegalStateException("no block came");
        }
    }

    private static void paint(Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] grey = new int[64 * 64];
        Arrays.fill(grey, 0x808080);
        Png.write(file, new RgbImage(64, 64, grey), Provenance.of("benchmark"));
    }

    /** Has seen enough when a block is there. */
    private static final class FirstBlock implements Audience {

        private int sheets;

        @Override
        public void see(TileSheet soFar) {
            if (++sheets > 1) {
                throw new CancellationException();
            }
        }

        @Override
        public Set<Integer> inView() {
            return Set.of(0);
        }

        @Override
        public void report(long done, long total) {}
    }
}
