package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.engine.ExperimentRun;
import org.zfscope.app.engine.ExperimentSheet;
import org.zfscope.app.engine.Knob;
import org.zfscope.app.engine.NetworkSheet;
import org.zfscope.app.engine.Request;
import org.zfscope.app.engine.Situation;
import org.zfscope.app.engine.StepDown;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Job;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.exhibit.PictureExhibit;

/**
 * The experiment that is open. What is quick follows the selection; what takes long is asked for, and dropped as soon as
 * something else is selected.
 */
public final class Experiments {

    private final Executor executor;
    private final Engine engine;
    private final Inspector inspector;
    private final FilmStrip film;
    private final Bookmarks bookmarks;
    private final Motion motion;
    private final Marking marking;
    private final ObjectProperty<Optional<Experiment>> open = new SimpleObjectProperty<>(Optional.empty());
    private final Map<Knob, StringProperty> knobs = new EnumMap<>(Knob.class);
    private final ReadOnlyObjectWrapper<Optional<ExperimentSheet>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private Optional<PictureExhibit> asked = Optional.empty();

    Experiments(Executor executor, Engine engine, Inspector inspector, FilmStrip film, Bookmarks bookmarks) {
        this.executor = executor;
        this.engine = engine;
        this.inspector = inspector;
        this.film = film;
        this.bookmarks = bookmarks;
        InvalidationListener changed = choice -> refresh();
        for (Knob knob : Knob.values()) {
            knob(knob).addListener(changed);
        }
        this.motion = new Motion(executor, engine, inspector, this::situation);
        this.marking = new Marking(executor, inspector, film, this);
        open.addListener(changed);
        inspector.choices().all().forEach(choice -> choice.addListener(changed));
        inspector.results().network().addListener(changed);
        inspector.results().top().addListener(changed);
        film.all().addListener(changed);
        bookmarks.all().addListener(changed);
    }

    /** The one whose pane is open. */
    public ObjectProperty<Optional<Experiment>> open() {
        return open;
    }

    boolean isOpen(Experiment experiment) {
        return open.get().equals(Optional.of(experiment));
    }

    /** Opens one. */
    public void show(Experiment experiment) {
        open.set(Optional.of(experiment));
    }

    /** Opens one, or closes it where it is open. */
    public void openOrClose(Experiment experiment) {
        open.set(isOpen(experiment) ? Optional.empty() : Optional.of(experiment));
    }

    /** Cancels what runs; where nothing does, closes the pane. */
    public void back() {
        if (running.get().isPresent()) {
            cancel();
        } else {
            open.set(Optional.empty());
        }
    }

    /** What is typed or chosen for experiments; it stays when another is opened. */
    public StringProperty knob(Knob knob) {
        return knobs.computeIfAbsent(knob, k -> new SimpleStringProperty(k.usual()));
    }

    /** What an experiment would start from; none until a network is open. */
    private Optional<Situation> situation() {
        Request request = inspector.request();
        boolean there = inspector.results().opened().question().equals(NetworkSheet.question(request));
        boolean fits = inspector.results().top().get().problem().isEmpty();
        Map<Knob, String> typed = knobs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get()));
        return inspector
                .results()
                .network()
                .get()
                .filter(network -> there)
                .map(network -> new Situation(
                        request,
                        network,
                        film.all(),
                        bookmarks.of(request.model().orElseThrow(), network),
                        request.index().filter(i -> fits),
                        typed));
    }

    /** Something that the answer may depend on has changed. */
    private void refresh() {
        Optional<PictureExhibit> before = asked;
        asked = open.get().flatMap(this::question);
        ready.set(asked.isPresent());
        if (!asked.equals(before)) {
            cancel();
            shown.set(shown.get().filter(sheet -> asked.filter(sheet::answers).isPresent()));
            if (shown.get().isEmpty()) {
                open.get().ifPresent(this::lookAhead);
            }
        }
        motion.look(isOpen(Experiment.INVARIANCE));
        marking.look(isOpen(Experiment.CORRESPONDENCE));
    }

    private Optional<PictureExhibit> question(Experiment experiment) {
        try {
            Optional<PictureExhibit> question = situation().map(experiment::exhibit);
            problem.set(question.isPresent() ? "" : say("app.experiments.no-network"));
            return question;
        } catch (InputException e) {
            problem.set(e.message());
            return Optional.empty();
        }
    }

    /** What is quick is run at once; of what takes long there may be something to see before. */
    private void lookAhead(Experiment experiment) {
        Optional<PictureExhibit> first =
                experiment.isQuick() ? asked : asked.flatMap(a -> situation().flatMap(experiment::preview));
        first.ifPresent(exhibit -> start(experiment, exhibit));
    }

    /** Works the experiment out that is open. */
    public void run() {
        open.get().ifPresent(experiment -> asked.ifPresent(exhibit -> start(experiment, exhibit)));
    }

    private void start(Experiment experiment, PictureExhibit exhibit) {
        cancel();
        problem.set("");
        ExperimentRun run = new ExperimentRun(engine, experiment, exhibit, this::take);
        Job job = executor.start(experiment.word(), run, failure -> fail(exhibit, failure));
        if (!job.state().get().isOver()) {
            running.set(Optional.of(job));
            job.state().addListener((all, before, now) -> {
                if (now.isOver() && running.get().equals(Optional.of(job))) {
                    running.set(Optional.empty());
                }
            });
        }
    }

    private void take(ExperimentSheet sheet) {
        shown.set(Optional.of(sheet));
    }

    /** What went wrong with a question that nobody asks any more is not told. */
    private void fail(PictureExhibit exhibit, Throwable failure) {
        if (Message.isMemory(failure)) {
            inspector.tell(failure);
        } else if (asked.equals(Optional.of(exhibit))) {
            problem.set(Message.of(failure).text());
        }
    }

    /** Stops what runs after the step that it is at. */
    public void cancel() {
        running.get().ifPresent(Job::cancel);
        running.set(Optional.empty());
    }

    /** Goes down to a neuron that the value that is explained was made of. */
    public void down(StepDown step) {
        if (!step.isPixel()) {
            inspector.choices().target().set(Optional.of(step.neuron()));
        }
    }

    /** The answer that is shown; never that of another question. */
    public ReadOnlyObjectProperty<Optional<ExperimentSheet>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What is being worked out. */
    public ReadOnlyObjectProperty<Optional<Job>> running() {
        return running.getReadOnlyProperty();
    }

    /** Whether there is a question that can be put. */
    public ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /** What is missing, wrong or failed; else empty. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** The picture on its way. */
    public Motion motion() {
        return motion;
    }

    /** The same parts in several pictures. */
    public Marking marking() {
        return marking;
    }
}
