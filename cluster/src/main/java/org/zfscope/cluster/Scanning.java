package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.TopIndex;

/**
 * What a task does: its pictures become an index of theirs, by the scan that a single machine runs. They lie as files beside
 * the executor's other ones while they are looked at, some hundred at a time.
 *
 * @param nothing an index without pictures: what is asked for, and what all scans must have in common
 */
record Scanning(ShippedModel model, byte[] nothing) implements FlatMapFunction<Iterator<Shot>, byte[]> {

    private static final int AT_ONCE = 256;

    private static final long BYTES_AT_ONCE = 256L << 20;

    @Override
    public Iterator<byte[]> call(Iterator<Shot> shots) {
        if (!shots.hasNext()) {
            return Collections.emptyIterator();
        }
        TopIndex begun = TopIndex.of(nothing);
        Network network = model.network();
        checkEngine(network, begun.identity());
        TopActivations scan = new TopActivations(network, begun.identity().options());
        List<Dataset.Item> items = new ArrayList<>();
        Tops tops = scan.begin();
        while (shots.hasNext()) {
            tops = scan(scan, shots, begun.dataset().root(), tops, items);
        }
        return List.of(index(begun, items, tops).toBytes()).iterator();
    }

    private static void checkEngine(Network network, Identity driver) {
        if (!network.engine().name().equals(driver.engine())) {
            throw new InputException(
                    say("cluster.scanning.engine", network.engine().name(), driver.engine()));
        }
    }

    /** The next pictures. */
    private Tops scan(TopActivations scan, Iterator<Shot> shots, Path root, Tops begun, List<Dataset.Item> items) {
        Path folder = folder();
        try {
            List<Dataset.Item> some = unpack(shots, folder);
            items.addAll(some);
            Tops here = scan.scan(
                    new Dataset(folder, some), new Tops(0, List.of(), begun.layers()), (now, total, soFar) -> {});
            List<Tops.Skipped> skipped = new ArrayList<>(begun.skipped());
            here.skipped()
                    .forEach(s -> skipped.add(
                            new Tops.Skipped(s.path(), s.problem().replace(folder.toString(), root.toString()))));
            return new Tops(0, skipped, here.layers());
        } finally {
            remove(folder);
        }
    }

    private static List<Dataset.Item> unpack(Iterator<Shot> shots, Path folder) {
        List<Dataset.Item> some = new ArrayList<>();
        long bytes = 0;
        while (shots.hasNext() && some.size() < AT_ONCE && bytes < BYTES_AT_ONCE) {
            Shot shot = shots.next();
            shot.unpack(folder);
            some.add(shot.item());
            bytes += shot.bytes().length;
        }
        return some;
    }

    private static TopIndex index(TopIndex begun, List<Dataset.Item> items, Tops tops) {
        List<Tops.Skipped> skipped = tops.skipped().stream()
                .sorted(Comparator.comparing(Tops.Skipped::path))
                .toList();
        return new TopIndex(
                begun.identity(),
                new Dataset(begun.dataset().root(), items),
                new Tops(items.size(), skipped, tops.layers()));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(
                    Path.of(SparkFiles.getRootDirectory()).toAbsolutePath().normalize(), "pictures");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
