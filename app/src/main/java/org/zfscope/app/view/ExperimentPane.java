package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.engine.ExperimentSheet;
import org.zfscope.app.engine.Knob;
import org.zfscope.app.viewmodel.Experiments;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;

/** In place of the maps: an experiment, what can be chosen of it, and its answer. */
final class ExperimentPane extends BorderPane {

    private static final int LINES = 4;
    private static final double MOST_OF_CHOICES = 0.35;

    /** In a window that is no higher, the figure comes first. */
    private static final double SMALL = 480;

    /** Those whose figures bear all the words. */
    private static final Set<Experiment> SAYS_ITSELF = Set.of(Experiment.EXPLANATION, Experiment.CORRESPONDENCE);

    private final Workbench bench;
    private final Experiments experiments;
    private final FileDialogs dialogs;
    private final Label title = Controls.heading("");
    private final Label why = Controls.small("");
    private final FlowPane knobs = new FlowPane(10, 5);
    private final Map<Experiment, List<KnobRow>> rows = new EnumMap<>(Experiment.class);
    private final BooleanProperty options = new SimpleBooleanProperty(true);
    private final BooleanProperty inWords = new SimpleBooleanProperty(true);
    private final FigureView figure = new FigureView("experiment-figure", say("app.experiment-pane.figure"));
    private final TextArea words = new TextArea();
    private final MotionControls motion;
    private final MarkingPane marks;
    private final StepsDown steps;
    private final RunBar run;

    ExperimentPane(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.experiments = bench.experiments();
        this.motion = new MotionControls(experiments.motion());
        this.marks = new MarkingPane(experiments.marking(), dialogs);
        this.steps = new StepsDown(experiments);
        this.run = new RunBar(experiments);
        setId("experiment");
        setMinWidth(0);
        getStyleClass().add("pane");
        setTop(head());
        setCenter(centre());
        setBottom(foot());
        experiments.open().addListener((all, before, now) -> open(now));
        experiments.shown().addListener((all, before, now) -> show(now));
        bench.dark().addListener((all, before, now) -> show(experiments.shown().get()));
        setFocusTraversable(true);
        setOnMousePressed(e -> requestFocus());
        setOnKeyPressed(this::press);
        setVisible(false);
    }

    /** Enter runs, wherever in the pane; a scene has only one default button. */
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && !experiments.open().get().map(Experiment::isQuick).orElse(true)) {
            experiments.run();
            event.consume();
        }
    }

    private VBox head() {
        title.setId("experiment-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.setMinWidth(0);
        HBox line = new HBox(6, title, space, Controls.button("✕", say("app.experiment-pane.close"), () -> experiments
                .open()
                .set(Optional.empty())));
        line.setAlignment(Pos.CENTER_LEFT);
        FlowPane row = new FlowPane(
                6,
                6,
                run,
                Controls.toggle(say("app.experiment-pane.options"), say("app.experiment-pane.options-why"), options),
                Controls.toggle(say("app.experiment-pane.text"), say("app.experiment-pane.words"), inWords),
                ExportMenu.of(bench, dialogs, Piece.EXPERIMENT));
        row.setAlignment(Pos.CENTER_LEFT);
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        Label problem = new Label();
        problem.setId("experiment-problem");
        problem.getStyleClass().addAll("small", "problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(experiments.problem());
        managed(problem);
        managed(run);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        VBox head = new VBox(6, line, choices(), row, problem);
        head.getStyleClass().add("pane-head");
        return head;
    }

    /** They never take more than a part of the pane. */
    private ScrollPane choices() {
        VBox all = new VBox(6, why, knobs);
        ScrollPane choices = new ScrollPane(all);
        choices.setFitToWidth(true);
        choices.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        choices.getStyleClass().add("figure");
        choices.setMinHeight(0);
        choices.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(all.getHeight() + 2, MOST_OF_CHOICES * getHeight()),
                        all.heightProperty(),
                        heightProperty()));
        shownWhen(choices, options);
        return choices;
    }

    private static void managed(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    private static void shownWhen(Node node, BooleanProperty condition) {
        node.visibleProperty().bind(condition);
        managed(node);
    }

    private VBox centre() {
        StackPane sheet = new StackPane(figure, marks);
        sheet.setMinSize(0, 0);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        managed(motion);
        managed(steps);
        VBox centre = new VBox(6, motion, sheet, steps);
        centre.getStyleClass().add("pane-body");
        centre.setMinSize(0, 0);
        return centre;
    }

    private TextArea foot() {
        words.setId("experiment-words");
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(LINES);
        words.setMinHeight(0);
        Controls.explain(words, say("app.experiment-pane.words"));
        words.getStyleClass().add("words");
        words.visibleProperty().bind(words.textProperty().isNotEmpty().and(inWords));
        managed(words);
        return words;
    }

    private void open(Optional<Experiment> now) {
        setVisible(now.isPresent());
        now.ifPresent(experiment -> {
            title.setText(experiment.word());
            why.setText(experiment.explanation());
            knobs.getChildren().setAll(rows.computeIfAbsent(experiment, this::rows));
            run.setVisible(!experiment.isQuick());
            boolean small = getHeight() > 0 && getHeight() < SMALL;
            options.set(!small || experiment == Experiment.EVOLUTION); // which cannot do without
            inWords.set(!small && !SAYS_ITSELF.contains(experiment));
            motion.setVisible(experiment == Experiment.INVARIANCE);
            steps.setVisible(experiment == Experiment.EXPLANATION);
            show(experiments.shown().get());
            focus(experiment);
        });
    }

    private List<KnobRow> rows(Experiment experiment) {
        return experiment.knobs().stream().map(this::row).toList();
    }

    private KnobRow row(Knob knob) {
        KnobRow row = new KnobRow(knob, experiments.knob(knob), dialogs);
        row.maxWidthProperty().bind(knobs.widthProperty());
        return row;
    }

    /** Enter runs what takes long; marks are made at once. */
    private void focus(Experiment experiment) {
        if (experiment == Experiment.CORRESPONDENCE && marks.isVisible()) {
            marks.focus();
        } else {
            requestFocus();
        }
    }

    private void show(Optional<ExperimentSheet> sheet) {
        figure.show(sheet.map(s -> s.picture(bench.dark().get())));
        words.setText(sheet.map(ExperimentSheet::words).orElse(""));
        steps.show(sheet.map(ExperimentSheet::steps).orElse(List.of()));
        boolean marking = experiments.open().get().equals(Optional.of(Experiment.CORRESPONDENCE)) && sheet.isEmpty();
        marks.setVisible(marking);
        figure.setVisible(!marking);
    }
}
