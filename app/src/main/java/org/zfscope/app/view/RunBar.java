package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.zfscope.app.task.Job;
import org.zfscope.app.viewmodel.Experiments;

/** Runs an experiment, and says how far it is. */
final class RunBar extends HBox {

    private final Button run;
    private final Button cancel;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label says = Controls.small("");

    RunBar(Experiments experiments) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        run = Controls.button(say("app.run-bar.run"), say("app.run-bar.run-why"), experiments::run);
        run.setId("experiment-run");
        run.getStyleClass().add("accent");
        run.disableProperty().bind(experiments.ready().not());
        cancel = Controls.button(say("app.run-bar.cancel"), say("app.run-bar.cancel-why"), experiments::cancel);
        cancel.setId("experiment-cancel");
        bar.setId("experiment-bar");
        bar.setPrefWidth(120);
        bar.setAccessibleText(say("app.run-bar.progress"));
        says.setId("experiment-says");
        getChildren().addAll(run, cancel, bar, says);
        experiments.running().addListener((all, before, now) -> follow(now));
        follow(experiments.running().get());
    }

    private void follow(Optional<Job> job) {
        bar.progressProperty().unbind();
        says.textProperty().unbind();
        says.setText("");
        job.ifPresent(j -> {
            bar.progressProperty().bind(j.done());
            says.textProperty().bind(j.says());
        });
        if (job.isEmpty() && cancel.isFocused()) {
            run.requestFocus(); // or it would go anywhere
        }
        cancel.setDisable(job.isEmpty());
        for (Region part : List.of(bar, says)) {
            part.setVisible(job.isPresent());
            part.setManaged(job.isPresent());
        }
    }
}
