package org.zfscope.app.viewmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.app.task.Executor;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.pull.Cache;
import org.zfscope.viz.index.Identity;

/** The indexes in the user's cache, in a folder for each model, which is known by the hash of its file. */
final class KnownIndexes {

    private static final int DIGITS = 16;

    private record Hashed(ModelSource model, FileTime changed, Path folder) {}

    private final Executor executor;
    private final Inspector inspector;
    private final ObservableList<KnownIndex> all = FXCollections.observableArrayList();
    private Optional<Hashed> last = Optional.empty();

    KnownIndexes(Executor executor, Inspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    /** Looks what there is for the network that is open. */
    void look() {
        look(found -> {});
    }

    /**
     * The same.
     *
     * @param then told what there is
     */
    void look(Consumer<List<KnownIndex>> then) {
        Optional<ModelSource> model = inspector.choices().model().get();
        executor.errand(
                ticket -> {
                    List<KnownIndex> found = found(folder(model));
                    ticket.hand(() -> {
                        all.setAll(found);
                        then.accept(found);
                    });
                },
                inspector::tell);
    }

    private static List<KnownIndex> found(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(KnownIndexes::changed).reversed())
                    .map(KnownIndex::new)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /** Where a network's indexes lie. On the compute thread, as a large file takes a while to hash. */
    synchronized Path folder(Optional<ModelSource> model) {
        if (model.isEmpty()) {
            return Cache.usual().indexes().resolve("none");
        }
        FileTime changed = model.get().file().map(KnownIndexes::changed).orElse(FileTime.fromMillis(0));
        if (last.filter(known ->
                        known.model().equals(model.get()) && known.changed().equals(changed))
                .isEmpty()) {
            String name = Stream.of(Identity.source(model.get()).split("\\+"))
                    .map(hash -> hash.replaceAll("[^\\w.-]+", "-"))
                    .map(hash -> hash.substring(0, Math.min(DIGITS, hash.length())))
                    .collect(Collectors.joining("-"));
            last = Optional.of(
                    new Hashed(model.get(), changed, Cache.usual().indexes().resolve(name)));
        }
        return last.get().folder();
    }

    ObservableList<KnownIndex> all() {
        return all;
    }
}
