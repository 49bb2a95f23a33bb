package org.zfscope.app.viewmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.Request;
import org.zfscope.app.task.Executor;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.IndexFile;

/** What is carried over from one start of the program to the next. */
public final class Session {

    private final Executor executor;
    private final Workbench bench;
    private final Inspector inspector;
    private final List<InputException> problems = new ArrayList<>();

    Session(Executor executor, Workbench bench) {
        this.executor = executor;
        this.bench = bench;
        this.inspector = bench.inspector();
    }

    /** Goes on where the last session ended; a first session, or one whose files are gone, starts with the welcome. */
    public void restore(SavedState state, Welcome welcome) {
        bench.dark().set(state.dark());
        bench.opening().recent().setAll(state.recent());
        bench.bookmarks().all().setAll(state.bookmarks());
        bench.pictures()
                .all()
                .setAll(state.film().stream()
                        .map(Path::of)
                        .filter(Files::exists)
                        .toList());
        Choices choices = inspector.choices();
        Optional<ModelSource> model = state.source().filter(Models::isThere);
        Optional<Path> picture =
                Optional.ofNullable(state.picture()).map(Path::of).filter(Files::exists);
        inspector.change(() -> {
            choices.layer().set(model.flatMap(m -> Optional.ofNullable(state.layer())));
            choices.target().set(model.flatMap(m -> target(state)));
            choices.method().set(state.method());
            SavedState.named(Catalogue.values(), state.kind()).ifPresent(choices.kind()::set);
            choices.gain().set(sound(state.gain()));
            choices.mapsGain().set(sound(state.mapsGain()));
            model.or(welcome::model).ifPresent(inspector::openModel);
            picture.ifPresent(bench.pictures()::show);
        });
        Optional.ofNullable(state.index())
                .map(Path::of)
                .filter(Files::isRegularFile)
                .ifPresent(file -> bench.top()
                        .reopen(file, Optional.ofNullable(state.indexed()).map(Path::of)));
        if (picture.isEmpty()) {
            executor.errand(
                    ticket -> {
                        Path first = welcome.picture().call();
                        ticket.hand(() -> bench.pictures().show(first));
                    },
                    inspector::tell);
        }
        executor.errand(ticket -> ticket.hand(() -> problems.forEach(inspector::tell)), inspector::tell);
    }

    /** Says what went wrong before the window was there, when what is opened first is open and takes no message away. */
    public void sayLater(InputException problem) {
        problems.add(problem);
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
    public SavedState state(boolean maximized, List<Double> window, List<Double> dividers) {
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
                bench.dark().get(),
                maximized,
                window,
                dividers,
                bench.pictures().all().stream()
                        .limit(SavedState.FILM)
                        .map(Path::toString)
                        .toList(),
                bench.opening().recent(),
                index.map(i -> i.file().toString()).orElse(null),
                index.map(i -> i.index().dataset().root().toString()).orElse(null),
                bench.bookmarks().all());
    }
}
