package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import org.zfscope.app.viewmodel.Experiments;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;

/** In place of the maps: an experiment, what can be chosen of it, and its answer. */
final class ExperimentPane extends BorderPane {

    private static final int LINES = 4;

    /** Those whose figures bear all the words. */
    private static final Set<Experiment> SAYS_ITSELF = Set.of(Experiment.EXPLANATION, Experiment.CORRESPONDENCE);

    private final Workbench bench;
    private final Experiments experiments;
    private final FileDialogs dialogs;
    private final Label title = Controls.heading("");
    private final Label why = Controls.small("");
    private final FlowPane knobs = new FlowPane(10, 5);
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
        if (event.getCode() == KeyCode.ENTER && !experiments.open().get().map(Experiment::isQuick).orElse(true)) {
            experiments.run();
            event.consume();
        }
    }

    private VBox head() {
        title.setId("experiment-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        title.setMinWidth(0);
        HBox line = new HBox(
                6,
                title,
                space,
                Controls.toggle(say("app.experiment-pane.options"), say("app.experiment-pane.options-why"), options),
                Controls.toggle(say("app.experiment-pane.text"), say("app.experiment-pane.words"), inWords),
                ExportMenu.of(bench, dialogs, Piece.EXPERIMENT),
                Controls.button("✕", say("app.experiment-pane.close"), () -> experiments
                        .open()
                        .set(Optional.empty())));
        line.setAlignment(Pos.CENTER_LEFT);
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        Label problem = new Label();
        problem.setId("experiment-problem");
        problem.getStyleClass().addAll("small", "problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(experiments.problem());
        VBox more = new VBox(6, why, knobs);
        shownWhen(more, options);
        managed(problem);
        managed(run);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        VBox head = new VBox(6, line, more, run, problem);
        head.getStyleClass().add("pane-head");
        return head;
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
        words.setAccessibleText(say("app.experiment-pane.words"));
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
            knobs.getChildren()
                    .setAll(experiment.knobs().stream()
                            .map(knob -> new KnobRow(knob, experiments.knob(knob), dialogs))
                            .toList());
            run.setVisible(!experiment.isQuick());
            inWords.set(!SAYS_ITSELF.contains(experiment));
            motion.setVisible(experiment == Experiment.INVARIANCE);
            steps.setVisible(experiment == Experiment.EXPLANATION);
            show(experiments.shown().get());
            focus(experiment);
        });
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
