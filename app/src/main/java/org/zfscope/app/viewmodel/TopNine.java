package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.FolderScan;
import org.zfscope.app.engine.TopHit;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Job;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.IndexFile;

/** The pictures that units answer to most strongly: scans folders for them, and opens the indexes that scans leave. */
public final class TopNine {

    private final Executor executor;
    private final Engine engine;
    private final Inspector inspector;
    private final FilmStrip pictures;
    private final Jobs jobs;
    private final ObjectProperty<Optional<Job>> scan = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<IndexFile>> lost = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Path> told = Optional.empty();

    TopNine(Executor executor, Engine engine, Inspector inspector, FilmStrip pictures, Jobs jobs) {
        this.executor = executor;
        this.engine = engine;
        this.inspector = inspector;
        this.pictures = pictures;
        this.jobs = jobs;
        inspector.results().top().addListener((all, before, now) -> tellOnce(now));
    }

    /** What is wrong with an index is said once, not for every unit. */
    private void tellOnce(TopSheet sheet) {
        Optional<Path> file = inspector.choices().index().get().map(IndexFile::file);
        if (!sheet.problem().isEmpty() && !told.equals(file)) {
            told = file;
            inspector.tell(new InputException(sheet.problem()));
        }
    }

    /** Scans with the layers that the index watches, or the usual ones. */
    public void scan(Path folder, Path file) {
        scan(folder, file, Optional.empty());
    }

    /**
     * Scans a folder of pictures with the network that is open, or goes on where an earlier scan ended.
     *
     * @param file the index, written while the scan goes on
     * @param layers to be watched; none to go on with those of the index, or with the usual ones
     */
    public void scan(Path folder, Path file, Optional<List<String>> layers) {
        Optional<ModelSource> model = inspector.choices().model().get();
        if (model.isEmpty()) {
            inspector.tell(new InputException(say("app.top-nine.network-open-open-model")));
        } else if (scanning().isPresent()) {
            inspector.tell(new InputException(say("app.top-nine.scan-goes-already-cancel")));
        } else {
            inspector.message().set(Optional.empty());
            inspector.change(() -> {
                Optional<IndexFile> open = inspector.choices().index().get();
                inspector.choices().index().set(open.filter(index -> index.file()
                        .equals(file)));
                inspector.choices().kind().set(Catalogue.TOP_9);
            });
            start(model.get(), folder, file, layers);
        }
    }

    private void start(ModelSource model, Path folder, Path file, Optional<List<String>> layers) {
        Job job = jobs.background(
                say("app.top-nine.top-9", folder.getFileName()),
                new FolderScan(engine, model, folder, file, layers, this::found));
        scan.set(Optional.of(job));
        keepWhenCancelled(job, job.state().get(), file);
        job.state().addListener((all, before, now) -> keepWhenCancelled(job, now, file));
    }

    /** Shows what the scan has left on the disk. */
    private void keepWhenCancelled(Job job, Job.State state, Path file) {
        if (state == Job.State.CANCELLED && Files.exists(file) && scan.get().equals(Optional.of(job))) {
            read(file, Optional.empty(), false);
        }
    }

    /** An index that the user has opened since stays. */
    private void found(IndexFile now) {
        Optional<IndexFile> open = inspector.choices().index().get();
        if (open.isEmpty() || open.get().file().equals(now.file())) {
            take(now);
        }
    }

    private void take(IndexFile index) {
        lost.set(Optional.empty());
        inspector.choices().index().set(Optional.of(index));
    }

    /** The scan that goes on. */
    public Optional<Job> scanning() {
        return scan.get().filter(job -> !job.state().get().isOver());
    }

    /** Whether the index that is open is not complete. */
    public boolean isBegun() {
        return begun().isPresent();
    }

    private Optional<IndexFile> begun() {
        return inspector.choices().index().get().filter(index -> !index.index().complete());
    }

    /** Goes on with the index that is open. */
    public void resume() {
        begun().ifPresent(index -> scan(index.index().dataset().root(), index.file()));
    }

    /** Opens an index and shows it. */
    public void open(Path file) {
        read(file, Optional.empty(), true);
    }

    /** Opens the index of the last session, which leaves the panes as they were. */
    void reopen(Path file, Optional<Path> root) {
        read(file, root, false);
    }

    private void read(Path file, Optional<Path> root, boolean show) {
        Optional<ModelSource> model = inspector.choices().model().get();
        executor.errand(
                ticket -> {
                    IndexFile read = engine.index(model, file);
                    IndexFile index =
                            root.filter(Files::isDirectory).map(read::movedTo).orElse(read);
                    boolean there = index.hasPictures();
                    ticket.hand(() -> {
                        if (there) {
                            show(index, show);
                        } else {
                            lose(index);
                        }
                    });
                },
                inspector::tell);
    }

    private void show(IndexFile index, boolean show) {
        told = Optional.empty();
        inspector.change(() -> {
            take(index);
            if (show) {
                inspector.choices().kind().set(Catalogue.TOP_9);
            }
        });
    }

    private void lose(IndexFile index) {
        lost.set(Optional.of(index));
        inspector.tell(InputException.in(
                index.file(),
                say(
                        "app.top-nine.pictures-which-there-choose",
                        index.index().dataset().root())));
    }

    /** The index whose pictures are not where they were, until somebody says where they are. */
    public ReadOnlyObjectProperty<Optional<IndexFile>> lost() {
        return lost.getReadOnlyProperty();
    }

    /** Says where the pictures of the lost index are now. */
    public void find(Path folder) {
        lost.get()
                .ifPresent(index -> executor.errand(
                        ticket -> {
                            IndexFile moved = index.movedTo(folder);
                            ticket.hand(() -> {
                                inspector.message().set(Optional.empty());
                                show(moved, true);
                            });
                        },
                        inspector::tell));
    }

    /** Opens the picture of a hit, with the neuron that answers to it chosen. */
    public void look(TopHit hit) {
        inspector
                .results()
                .top()
                .get()
                .unit()
                .ifPresent(unit -> inspector.change(() -> {
                    pictures.show(hit.file());
                    inspector
                            .selection()
                            .neuron(new Target.Neuron(
                                    unit.layer(),
                                    unit.unit(),
                                    hit.hit().y(),
                                    hit.hit().x()));
                }));
    }
}
