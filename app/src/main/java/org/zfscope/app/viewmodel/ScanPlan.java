package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.task.Executor;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.exhibit.IndexFile;

/**
 * What is about to be scanned, and where its index goes: under a name among the indexes of this network, or to a file. A name
 * is proposed until the user gives one. What is wrong is said beside what was typed.
 */
public final class ScanPlan {

    private static final String ENDING = ".json";

    private final Executor executor;
    private final Inspector inspector;
    private final TopNine top;
    private final KnownIndexes known;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final ScanLayers layers;
    private final ReadOnlyStringWrapper folderProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fileProblem = new ReadOnlyStringWrapper("");
    private String proposed = "";

    ScanPlan(Executor executor, Inspector inspector, TopNine top) {
        this.executor = executor;
        this.inspector = inspector;
        this.top = top;
        this.layers = new ScanLayers(inspector);
        this.known = new KnownIndexes(executor, inspector);
        folder.addListener((all, before, now) -> propose());
        folder.addListener((all, before, now) -> folderProblem.set(""));
        file.addListener((all, before, now) -> fileProblem.set(""));
        open.addListener((all, before, now) -> begin(now));
        inspector.choices().kind().addListener((all, before, now) -> openLatest(now));
    }

    private void begin(boolean now) {
        folderProblem.set("");
        fileProblem.set("");
        if (now) {
            known.look();
        }
    }

    /** Strongest pictures of a network that was scanned with before need no question. */
    private void openLatest(Catalogue kind) {
        if (kind.needsIndex()
                && inspector.choices().index().get().isEmpty()
                && top.scanning().isEmpty()) {
            known.look(all -> all.stream()
                    .findFirst()
                    .filter(latest -> inspector.choices().index().get().isEmpty()
                            && inspector.choices().kind().get().needsIndex())
                    .ifPresent(latest -> top.reopen(latest.file(), Optional.empty())));
        }
    }

    private void propose() {
        if (file.get().isBlank() || file.get().equals(proposed)) {
            proposed = path(folder.get())
                    .map(pictures -> String.valueOf(pictures.getFileName()))
                    .orElse("");
            file.set(proposed);
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(text)
                    .filter(t -> !t.isBlank())
                    .map(t -> Path.of(t.strip()))
                    .filter(p -> p.getFileName() != null);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Scans what was planned, if it can be. */
    public void scan() {
        Optional<Path> pictures = path(folder.get());
        Optional<Path> index = path(file.get());
        if (layers.none().get()) {
            return; // the card says so
        }
        if (pictures.isEmpty()) {
            folderProblem.set(say("app.scan-plan.name-folder"));
        } else if (index.isEmpty()) {
            fileProblem.set(say("app.scan-plan.name-index"));
        } else {
            Optional<ModelSource> model = inspector.choices().model().get();
            Optional<List<String>> watched = layers.wanted();
            executor.errand(
                    ticket -> {
                        Path place = place(index.get(), model);
                        String folderSays =
                                problem(() -> InputFile.checkFolder(pictures.get(), say("app.scan-plan.of-pictures")));
                        String fileSays = problem(() -> readable(place, watched));
                        ticket.hand(() -> {
                            folderProblem.set(folderSays);
                            fileProblem.set(fileSays);
                            if (folderSays.isEmpty() && fileSays.isEmpty()) {
                                open.set(false);
                                top.scan(pictures.get(), place, watched);
                            }
                        });
                    },
                    inspector::tell);
        }
    }

    /** A name alone is one among the indexes of this network. */
    private Path place(Path named, Optional<ModelSource> model) {
        if (named.isAbsolute() || named.getNameCount() > 1) {
            return named;
        }
        String name = named.toString();
        return known.folder(model).resolve(name.endsWith(ENDING) ? name : name + ENDING);
    }

    /** One that is there is gone on with, if it watches the same. */
    private static void readable(Path index, Optional<List<String>> watched) {
        if (Files.exists(index)) {
            List<String> begun = IndexFile.read(index).index().identity().layers();
            if (watched.filter(layers -> !layers.equals(begun)).isPresent()) {
                throw new InputException(say("app.folder-scan.other-layers"));
            }
        }
    }

    private static String problem(Runnable check) {
        try {
            check.run();
            return "";
        } catch (InputException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Opens an index that was made with this network before. */
    public void open(KnownIndex index) {
        open.set(false);
        top.open(index.file());
    }

    /** The indexes that were made with this network, the latest first. */
    public ObservableList<KnownIndex> known() {
        return known.all();
    }

    /** Whether the user is asked now. */
    public BooleanProperty open() {
        return open;
    }

    /** The pictures' folder. */
    public StringProperty folder() {
        return folder;
    }

    /** Which layers are watched. */
    public ScanLayers layers() {
        return layers;
    }

    /** The index: a name, or a file. */
    public StringProperty file() {
        return file;
    }

    /** What is wrong with the folder, or nothing. */
    public ReadOnlyStringProperty folderProblem() {
        return folderProblem.getReadOnlyProperty();
    }

    /** What is wrong with the index, or nothing. */
    public ReadOnlyStringProperty fileProblem() {
        return fileProblem.getReadOnlyProperty();
    }
}
