package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.Request;
import org.zfscope.app.task.Executor;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.render.Scale;

/** What is carried over from one start of the program to the next. */
public final class Session {

    private final Executor executor;
    private final Workbench bench;
    private final Inspector inspector;
    private final List<InputException> problems = new ArrayList<>();
    private Optional<Path> folder = Optional.empty();

    Session(Executor executor, Workbench bench) {
        this.executor = executor;
        this.bench = bench;
        this.inspector = bench.inspector();
    }

    /** Goes on where the last session ended; a first session, or one whose files are gone, starts with the welcome. */
    public void restore(SavedState state, Welcome welcome) {
        bench.dark().set(state.dark());
        bench.bookmarks().all().setAll(state.bookmarks());
        bench.opening().recent().restore(state.lately());
        folder = Optional.ofNullable(state.folder()).map(Path::of);
        bench.pictures()
                .all()
                .setAll(state.film().stream()
                        .map(Path::of)
                        .filter(Files::exists)
                        .toList());
        Optional<ModelSource> model = state.source().filter(Models::isThere);
        Optional<Path> picture =
                Optional.ofNullable(state.picture()).map(Path::of).filter(Files::exists);
        choose(state, model.or(welcome::model), picture);
        if (picture.isEmpty()) {
            executor.errand(
                    ticket -> {
                        Path first = welcome.picture().call();
                        ticket.hand(() -> {
                            bench.pictures().show(first);
                            bench.undo().forget();
                        });
                    },
                    inspector::tell);
        }
        executor.errand(ticket -> ticket.hand(() -> problems.forEach(inspector::tell)), inspector::tell);
    }

    private void choose(SavedState state, Optional<ModelSource> model, Optional<Path> picture) {
        Choices choices = inspector.choices();
        boolean same = model.equals(state.source());
        inspector.change(() -> {
            choices.layer().set(Optional.ofNullable(state.layer()).filter(layer -> same));
            choices.target().set(target(state).filter(target -> same));
            choices.method().set(state.method());
            SavedState.named(Catalogue.values(), state.kind()).ifPresent(choices.kind()::set);
            SavedState.named(Scale.Shared.values(), state.scale()).ifPresent(choices.scale()::set);
            SavedState.named(Side.values(), state.side()).ifPresent(choices.side()::set);
            SavedState.named(MapsView.Order.values(), state.order())
                    .ifPresent(bench.maps().order()::set);
            choices.gain().set(sound(state.gain()));
            choices.mapsGain().set(sound(state.mapsGain()));
            choices.control().set(state.control());
            model.ifPresent(inspector::openModel);
            picture.ifPresent(bench.pictures()::show);
        });
        Optional.ofNullable(state.index())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .ifPresent(file -> bench.top()
                        .reopen(file, Optional.ofNullable(state.indexed()).map(Path::of)));
        bench.undo().forget();
    }

    /** Opens what somebody saved, in place of what is open. What is not there any more is said. */
    public void open(Path file) {
        executor.errand(
                ticket -> {
                    SavedState state = SessionFile.read(file);
                    Optional<ModelSource> model = state.source();
                    if (model.filter(m -> !Models.isThere(m)).isPresent()) {
                        throw InputException.in(file, say("app.session.no-model", state.model()));
                    }
                    List<Path> film = state.film().stream()
                            .limit(Opening.MOST_PICTURES)
                            .map(Path::of)
                            .filter(Files::exists)
                            .toList();
                    ticket.hand(() -> show(file, state, film));
                },
                inspector::tell);
    }

    private void show(Path file, SavedState state, List<Path> film) {
        bench.live().on().set(false);
        bench.live().leaveStream();
        bench.pictures().all().setAll(film);
        state.bookmarks().stream()
                .filter(mark -> !bench.bookmarks().all().contains(mark))
                .forEach(bench.bookmarks().all()::add);
        Optional<Path> picture = Optional.ofNullable(state.picture()).map(Path::of);
        Optional<Path> there =
                picture.filter(film::contains).or(() -> film.stream().findFirst());
        inspector.selection().frozen().set(false);
        inspector.choices().pinned().set(Optional.empty());
        inspector.choices().index().set(Optional.empty());
        inspector.choices().picture().set(there);
        choose(state, state.source(), there);
        bench.opening().recent().add(Recent.Kind.SESSIONS, file.toString());
        int lost = state.film().size() - film.size();
        if (lost > 0) {
            inspector.tell(InputException.in(
                    file, say("app.session.lost", lost, state.film().size())));
        }
    }

    /** Saves what is open as a file of its own, then says that it is there. */
    public void saveAs(Path file, Consumer<Path> saved) {
        SavedState state = state(false, List.of(), List.of());
        Path named = SessionFile.isOne(file) ? file : file.resolveSibling(file.getFileName() + SessionFile.ENDING);
        executor.errand(
                ticket -> {
                    SessionFile.write(named, state);
                    ticket.hand(() -> {
                        bench.opening().recent().add(Recent.Kind.SESSIONS, named.toString());
                        saved.accept(named);
                    });
                },
                inspector::tell);
    }

    /** Says what went wrong before the window was there, when what is opened first is open and takes no message away. */
    public void sayLater(InputException problem) {
        problems.add(problem);
    }

    /** Where the last dialog ended. */
    public Optional<Path> folder() {
        return folder;
    }

    /** A dialog has ended there. */
    public void folder(Path last) {
        folder = Optional.of(last);
    }

    /** Remembers what is shown. */
    public void save(Path file, SavedState state) {
        executor.errand(ticket -> state.write(file), inspector::tell);
    }

    private static Optional<Target> target(SavedState state) {
        try {
            return Optional.ofNullable(state.target()).map(Target::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static double sound(double gain) {
        return gain >= 0.1 && gain <= 100 ? gain : 1;
    }

    /** What is to be remembered, with what the window itself knows. */
    public SavedState state(boolean maximized, List<Double> window, List<Double> widths) {
        Request request = inspector.request();
        Optional<IndexFile> index = request.index();
        return new SavedState(
                request.model().map(ModelSource::given).orElse(null),
                request.model()
                        .flatMap(ModelSource::weights)
                        .map(Path::toString)
                        .orElse(null),
                request.model()
                        .filter(m -> m.file().isPresent())
                        .flatMap(ModelSource::architecture)
                        .orElse(null),
                request.picture().map(Path::toString).orElse(null),
                request.layer().orElse(null),
                request.target().map(Target::toString).orElse(null),
                request.method().relu().name(),
                request.method().lrn().name(),
                request.method().gates().name(),
                request.method().seed().name(),
                request.kind().name(),
                request.gain(),
                request.mapsGain(),
                request.scale().name(),
                request.side().name(),
                bench.maps().order().get().name(),
                request.control(),
                bench.dark().get(),
                maximized,
                window,
                widths,
                bench.pictures().all().stream().map(Path::toString).toList(),
                bench.opening().recent().all(),
                folder.map(Path::toString).orElse(null),
                index.map(i -> i.file().toString()).orElse(null),
                index.map(i -> i.index().dataset().root().toString()).orElse(null),
                bench.bookmarks().all());
    }
}
