package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.app.task.Executor;
import org.zfscope.models.Network;
import org.zfscope.models.Program;
import org.zfscope.models.words.Words;
import org.zfscope.viz.BeyondPaper;
import org.zfscope.viz.Method;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Scale;

/** Everything that the window shows and can do. */
public final class Workbench implements AutoCloseable {

    private final Executor executor;
    private final Engine engine = new Engine();
    private final Inspector inspector;
    private final MapsView maps;
    private final Layers layers;
    private final FilmStrip pictures;
    private final Opening opening;
    private final Jobs jobs;
    private final TopNine top;
    private final ScanPlan plan;
    private final Experiments experiments;
    private final Exports exports;
    private final Session session;
    private final Live live;
    private final Networks networks;
    private final InputSettings input;
    private final AddressLine address;
    private final Applicable applicable;
    private final NetworkGraph graph;
    private final History history;
    private final Bookmarks bookmarks;
    private final Undo undo;
    private final Preferences preferences;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Prediction> prediction = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper beyondPaper = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Path>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Workbench(Executor executor) {
        this.executor = executor;
        this.inspector = new Inspector(executor, engine);
        this.maps = new MapsView(inspector);
        this.layers = new Layers(inspector);
        this.graph = new NetworkGraph(inspector, layers);
        this.pictures = new FilmStrip(executor, inspector);
        this.live = new Live(executor, inspector, pictures);
        this.jobs = new Jobs(executor, inspector);
        this.top = new TopNine(executor, engine, inspector, pictures, jobs);
        this.plan = new ScanPlan(executor, inspector, top);
        this.opening = new Opening(
                executor,
                inspector,
                new Incoming(executor, inspector, jobs, pictures, live),
                pictures,
                live,
                top,
                plan);
        this.networks = new Networks(opening, inspector, jobs);
        this.input = new InputSettings(executor, engine, inspector);
        this.address = new AddressLine(inspector);
        this.applicable = new Applicable(inspector);
        this.history = new History(inspector, pictures);
        this.bookmarks = new Bookmarks(executor, inspector, history);
        this.experiments = new Experiments(executor, engine, inspector, pictures, bookmarks);
        this.exports = new Exports(executor, engine, inspector, jobs, experiments);
        this.undo = new Undo(inspector, pictures, maps);
        this.preferences = new Preferences(executor, inspector);
        this.session = new Session(executor, this);
        opening.sessions(session::open);
        status.bind(Bindings.createStringBinding(
                this::describe,
                inspector.results().network(),
                inspector.results().seen()));
        title.bind(Bindings.createStringBinding(
                this::name, inspector.results().network(), inspector.results().seen()));
        beyondPaper.bind(Bindings.createStringBinding(
                this::notes, inspector.results().network(), inspector.choices().method()));
        // the network that has seen the picture is there before what it says
        prediction.bind(inspector
                .results()
                .seen()
                .map(seen -> Prediction.of(inspector.results().network().get(), seen)));
    }

    private String notes() {
        Method method = inspector.choices().method().get();
        return inspector
                .results()
                .network()
                .get()
                .map(network -> String.join("\n", BeyondPaper.notes(network, method)))
                .orElse("");
    }

    private String name() {
        Optional<String> network = inspector.results().network().get().map(Network::title);
        return Stream.of(picture(), network, Optional.of("zfscope"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" – "));
    }

    private Optional<String> picture() {
        return inspector.results().seen().get().file().map(f -> String.valueOf(f.getFileName()));
    }

    private String describe() {
        PictureSheet seen = inspector.results().seen().get();
        String picture = picture().orElse(Words.say("app.workbench.picture-yet"));
        return inspector
                .results()
                .network()
                .get()
                .map(n -> Words.say(
                        "app.workbench.forward-ms",
                        n.title(),
                        picture,
                        n.preprocessing().inWords(),
                        seen.millis()))
                .orElse(Words.say("app.workbench.model-yet", picture));
    }

    /** Model, picture, preprocessing with its source, and timing, in one line. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** What the window is called: the picture, the network, and whether that one's weights are random. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** What the network says that the picture shows. */
    public ReadOnlyObjectProperty<Prediction> prediction() {
        return prediction.getReadOnlyProperty();
    }

    /** What the rule does in this network that its paper does not say, a line each; often nothing. */
    public ReadOnlyStringProperty beyondPaper() {
        return beyondPaper.getReadOnlyProperty();
    }

    /** Tells the user what was done. */
    public void say(String text) {
        saved.set(Optional.empty());
        said.set(text);
    }

    /** Tells the user that a file is there. */
    public void saved(Path file) {
        said.set(Words.say("app.export-menu.saved", file));
        saved.set(Optional.of(file));
    }

    /** The file that was saved last, while that is what was done last. */
    public ReadOnlyObjectProperty<Optional<Path>> saved() {
        return saved.getReadOnlyProperty();
    }

    /** What was done last. */
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    /** Pins network and picture as they are now, to compare others with them; or lets go of them. */
    public void pin(boolean on) {
        Optional<Subject> now = on ? inspector.request().subject() : Optional.empty();
        inspector.choices().pinned().set(now);
    }

    /** Name and version. */
    public static String program() {
        return "zfscope " + Program.version();
    }

    public Inspector inspector() {
        return inspector;
    }

    /** What is to be seen. */
    public Choices choices() {
        return inspector.choices();
    }

    /** What is seen. */
    public Results results() {
        return inspector.results();
    }

    /** Where in the network one is. */
    public Selection selection() {
        return inspector.selection();
    }

    public MapsView maps() {
        return maps;
    }

    public Layers layers() {
        return layers;
    }

    /** The same, drawn. */
    public NetworkGraph graph() {
        return graph;
    }

    public FilmStrip pictures() {
        return pictures;
    }

    public Opening opening() {
        return opening;
    }

    /** Those that have names. */
    public Networks networks() {
        return networks;
    }

    /** How pictures become the network's input. */
    public InputSettings input() {
        return input;
    }

    /** Where one is, to be typed over. */
    public AddressLine address() {
        return address;
    }

    /** Which choices make a difference now. */
    public Applicable applicable() {
        return applicable;
    }

    /** What was looked at. */
    public History history() {
        return history;
    }

    /** Places to be found again. */
    public Bookmarks bookmarks() {
        return bookmarks;
    }

    /** The way back from what was done to film and view. */
    public Undo undo() {
        return undo;
    }

    /** What is set for all starts. */
    public Preferences preferences() {
        return preferences;
    }

    /** Draws everything in the usual way again. */
    public void resetView() {
        undo.together(() -> {
            choices().scale().set(Scale.Shared.TILE);
            choices().side().set(Side.PATCHES);
            choices().mapsGain().set(1.0);
            choices().gain().set(1.0);
            maps.order().set(MapsView.Order.NUMBER);
            maps.labels().set(true);
        });
        maps.fit();
    }

    public Jobs jobs() {
        return jobs;
    }

    public TopNine top() {
        return top;
    }

    public ScanPlan plan() {
        return plan;
    }

    public Session session() {
        return session;
    }

    public Experiments experiments() {
        return experiments;
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
