package org.zfscope.app.viewmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.MapsKind;
import org.zfscope.app.engine.Seen;
import org.zfscope.app.engine.Subject;
import org.zfscope.app.engine.Wanted;
import org.zfscope.app.task.Executor;
import org.zfscope.viz.Target;

/** Everything that the window shows and can do. */
public final class Workbench implements AutoCloseable {

    private final Executor executor;
    private final Engine engine = new Engine();
    private final Inspector inspector;
    private final MapsView maps;
    private final Layers layers;
    private final Pictures pictures;
    private final Opening opening;
    private final Jobs jobs;
    private final Exports exports;
    private final Live live;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    public Workbench(Executor executor) {
        this.executor = executor;
        this.inspector = new Inspector(executor, engine);
        this.maps = new MapsView(inspector);
        this.layers = new Layers(inspector);
        this.pictures = new Pictures(executor, inspector);
        this.live = new Live(executor, inspector, pictures);
        this.opening = new Opening(executor, inspector, pictures, live);
        this.jobs = new Jobs(executor, inspector);
        this.exports = new Exports(executor, engine, inspector, jobs);
        status.bind(Bindings.createStringBinding(
                this::describe,
                inspector.results().network(),
                inspector.results().seen()));
    }

    private String describe() {
        Seen seen = inspector.results().seen().get();
        String picture = seen.file().map(f -> String.valueOf(f.getFileName())).orElse("no picture yet");
        return inspector
                .results()
                .network()
                .get()
                .map(n -> n.name() + "  |  " + picture + "  |  " + n.preprocessing() + "  |  forward " + seen.millis()
                        + " ms")
                .orElse("no model yet  |  " + picture);
    }

    /** Model, picture, preprocessing with its source, and timing, in one line. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** Tells the user what was done. */
    public void say(String text) {
        said.set(text);
    }

    /** What was done last. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Goes on where the last session ended; a first session, or one whose files are gone, starts with the welcome. */
    public void restore(SavedState state, Welcome welcome) {
        dark.set(state.dark());
        opening.recent().setAll(state.recent());
        pictures.all()
                .setAll(state.film().stream()
                        .map(Path::of)
                        .filter(Files::exists)
                        .toList());
        Choices choices = inspector.choices();
        Optional<String> model = Optional.ofNullable(state.model()).filter(Welcome::isThere);
        Optional<Path> picture =
                Optional.ofNullable(state.picture()).map(Path::of).filter(Files::exists);
        inspector.change(() -> {
            choices.layer().set(model.flatMap(m -> Optional.ofNullable(state.layer())));
            choices.target().set(model.flatMap(m -> target(state)));
            choices.method().set(state.method());
            SavedState.named(MapsKind.values(), state.kind()).ifPresent(choices.kind()::set);
            choices.gain().set(sound(state.gain()));
            choices.mapsGain().set(sound(state.mapsGain()));
            model.or(welcome::model).ifPresent(inspector::openModel);
            picture.ifPresent(pictures::show);
        });
        if (picture.isEmpty()) {
            executor.errand(
                    ticket -> {
                        Path first = welcome.picture().call();
                        ticket.hand(() -> pictures.show(first));
                    },
                    inspector::tell);
        }
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
        Wanted wanted = inspector.wanted();
        return new SavedState(
                wanted.model().orElse(null),
                wanted.picture().map(Path::toString).orElse(null),
                wanted.layer().orElse(null),
                wanted.target().map(Target::toString).orElse(null),
                wanted.method().relu().name(),
                wanted.method().lrn().name(),
                wanted.method().seed().name(),
                wanted.kind().name(),
                wanted.gain(),
                wanted.mapsGain(),
                dark.get(),
                maximized,
                window,
                dividers,
                pictures.all().stream()
                        .limit(SavedState.FILM)
                        .map(Path::toString)
                        .toList(),
                opening.recent());
    }

    /** Pins network and picture as they are now, to compare others with them; or lets go of them. */
    public void pin(boolean on) {
        Optional<Subject> now = on ? inspector.wanted().subject() : Optional.empty();
        inspector.choices().pinned().set(now);
    }

    public Inspector inspector() {
        return inspector;
    }

    public MapsView maps() {
        return maps;
    }

    public Layers layers() {
        return layers;
    }

    public Pictures pictures() {
        return pictures;
    }

    public Opening opening() {
        return opening;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Exports exports() {
        return exports;
    }

    public Live live() {
        return live;
    }

    /** Whether the window is dark. */
    public BooleanProperty dark() {
        return dark;
    }

    /** Cancels everything and gives all memory back. */
    @Override
    public void close() {
        live.on().set(false);
        executor.end(() -> {
            engine.close();
            live.tidyUp();
        });
    }
}
