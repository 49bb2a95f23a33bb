package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.zfscope.app.engine.StepDown;
import org.zfscope.app.viewmodel.Experiments;

/** What a value was made of, the largest first; a click or Enter goes down to it. */
final class StepsDown extends VBox {

    private static final double HEIGHT = 118;

    private final Experiments experiments;
    private final ListView<StepDown> list = new ListView<>();

    StepsDown(Experiments experiments) {
        super(2);
        this.experiments = experiments;
        Label name = Controls.small(say("app.steps-down.title"));
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        list.setId("steps-down");
        Controls.explain(list, say("app.steps-down.title"));
        list.setPrefHeight(HEIGHT);
        list.setMinHeight(60);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                go();
                e.consume();
            }
        });
        getChildren().addAll(name, list);
    }

    private void go() {
        StepDown step = list.getSelectionModel().getSelectedItem();
        if (step != null) {
            experiments.down(step);
        }
    }

    void show(List<StepDown> steps) {
        list.getItems().setAll(steps);
        list.getSelectionModel().selectFirst();
    }

    private final class Cell extends ListCell<StepDown> {
        Cell() {
            setOnMouseClicked(e -> {
                if (getItem() != null) {
                    experiments.down(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable StepDown step, boolean empty) {
            super.updateItem(step, empty);
            setText(empty || step == null ? "" : step.words());
        }
    }
}
