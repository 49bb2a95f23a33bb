package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.zfscope.app.task.Job;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Prediction;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.ClassScores.Score;

/** The bottom: what the network says, the pictures that are open, the work that goes on, and the status line. */
final class BottomBar extends VBox {

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final Inspector inspector;
    private final VBox classes = new VBox(3);
    private final VBox jobs = new VBox(4);

    BottomBar(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.inspector = bench.inspector();
        setId("bottom");
        classes.setId("classes");
        jobs.setId("jobs");
        bench.prediction().addListener((o, before, now) -> show(now));
        bench.jobs().running().addListener((ListChangeListener<Job>) c -> showJobs());
        showJobs();
        FilmPane film = new FilmPane(bench);
        HBox row = new HBox(12, classes, film, live(), jobs);
        HBox.setHgrow(film, Priority.ALWAYS);
        row.getStyleClass().add("bottom-row");
        getChildren().addAll(row, statusLine());
    }

    private void show(Prediction prediction) {
        classes.getChildren()
                .setAll(prediction.warning().stream().map(BottomBar::badge).toList());
        prediction.classes().forEach(score -> classes.getChildren().add(row(score, prediction.share(score))));
    }

    /** Lasts as long as the network is open. */
    private static Label badge(String warning) {
        Label badge = new Label(say("app.bottom-bar.prediction", warning));
        badge.setId("random");
        badge.getStyleClass().add("badge");
        badge.setTooltip(new Tooltip(say("app.bottom-bar.network-has-learned-nothing")));
        return badge;
    }

    /** A class and how likely it is; a click projects its score. */
    private HBox row(Score score, Optional<String> share) {
        HBox row = new HBox(6, name(score));
        share.ifPresent(s -> row.getChildren().addAll(bar(score), share(s)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("class-row");
        row.setAccessibleText(say(
                "app.bottom-bar.click-project-score",
                score.label() + share.map(s -> ", " + s).orElse("")));
        row.setOnMouseClicked(e -> inspector.selection().classScore(score.index()));
        ExperimentsMenu.ofClass(row, bench, () -> inspector.selection().classScore(score.index()));
        return row;
    }

    private static Label name(Score score) {
        Label name = new Label(score.label());
        name.getStyleClass().addAll("small", "class-name");
        return name;
    }

    private static ProgressBar bar(Score score) {
        ProgressBar bar = new ProgressBar(score.probability());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    private static Label share(String text) {
        Label share = Controls.small(text);
        share.getStyleClass().add("class-share");
        share.setAlignment(Pos.CENTER_RIGHT);
        return share;
    }

    /** Plays the film or a stream. */
    private VBox live() {
        Label rate = Controls.small("");
        rate.setId("rate");
        rate.textProperty().bind(bench.live().rate());
        rate.setWrapText(true);
        rate.setMaxWidth(110);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                bench.live().tick(now);
            }
        };
        // only then, as a timer that runs keeps the screen being painted
        bench.live().on().addListener((o, before, now) -> {
            if (now) {
                timer.start();
            } else {
                timer.stop();
            }
        });
        HBox buttons = new HBox(
                4,
                Controls.toggle(
                        say("app.bottom-bar.play"),
                        say("app.bottom-bar.show-film-stream-live"),
                        bench.live().on()),
                Controls.toggle(
                        say("app.bottom-bar.freeze"),
                        say("app.bottom-bar.keep-frame-shown-f"),
                        bench.live().frozen()));
        VBox box = new VBox(4, buttons, rate);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private void showJobs() {
        jobs.getChildren()
                .setAll(bench.jobs().running().stream().map(BottomBar::job).toList());
        jobs.setMinWidth(bench.jobs().running().isEmpty() ? 0 : 240);
        jobs.setManaged(!bench.jobs().running().isEmpty());
    }

    private static VBox job(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.done());
        bar.setPrefWidth(150);
        HBox line = new HBox(
                6,
                bar,
                Controls.button(say("app.bottom-bar.cancel"), say("app.bottom-bar.stop", job.name()), job::cancel));
        line.setAlignment(Pos.CENTER_LEFT);
        Label says = Controls.small("");
        says.setId("job-says");
        says.textProperty().bind(job.says());
        return new VBox(2, Controls.small(job.name()), line, says);
    }

    private HBox statusLine() {
        Label status = Controls.small("");
        status.setId("status");
        status.textProperty().bind(bench.status());
        status.setMinWidth(0);
        Label said = Controls.small("");
        said.setId("said");
        said.textProperty().bind(bench.said());
        said.setMinWidth(0);
        said.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        Label busy = Controls.small(say("app.bottom-bar.working"));
        busy.visibleProperty().bind(inspector.busy());
        busy.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(12, status, space, said, showInFolder(), busy);
        line.getStyleClass().add("status-line");
        return line;
    }

    private Button showInFolder() {
        Button show = Controls.button(
                say("app.bottom-bar.show-folder"),
                say("app.bottom-bar.show-folder-why"),
                () -> bench.saved().get().ifPresent(dialogs::showInFolder));
        show.setId("show-in-folder");
        show.visibleProperty().bind(bench.saved().map(Optional::isPresent));
        show.managedProperty().bind(show.visibleProperty());
        return show;
    }
}
