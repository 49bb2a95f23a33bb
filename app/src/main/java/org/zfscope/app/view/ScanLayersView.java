package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.zfscope.app.viewmodel.ChoiceWords;
import org.zfscope.app.viewmodel.ScanLayers;
import org.zfscope.app.viewmodel.ScanLayers.Choice;
import org.zfscope.app.viewmodel.ScanLayers.Which;

/** Which layers a scan watches: usual ones, all, or those with a tick. */
final class ScanLayersView extends VBox {

    private static final double HEIGHT = 150;

    ScanLayersView(ScanLayers layers) {
        super(6);
        Label about = Controls.small(say("app.scan-layers-view.about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        Label name = Controls.small(say("app.scan-layers-view.layers"));
        name.setMinWidth(54);
        HBox row = new HBox(
                6,
                name,
                Controls.choice(
                        "scan-layers",
                        layers.which(),
                        Controls.all(Which.class),
                        ChoiceWords::of,
                        ScanLayersView::why));
        Label none = Controls.small(say("app.scan-layers-view.none"));
        none.setId("scan-layers-problem");
        none.getStyleClass().add("problem");
        BooleanBinding missing = layers.none();
        none.visibleProperty().bind(missing);
        none.managedProperty().bind(missing);
        getChildren().addAll(row, about, list(layers), none);
    }

    private static String why(Which which) {
        return switch (which) {
            case USUAL -> say("app.scan-layers-view.usual");
            case ALL -> say("app.scan-layers-view.all");
            case CHOSEN -> say("app.scan-layers-view.chosen");
        };
    }

    private static ListView<Choice> list(ScanLayers layers) {
        ListView<Choice> list = new ListView<>(layers.choices());
        list.setId("scan-layer-list");
        Controls.explain(list, say("app.scan-layers-view.chosen"));
        list.setPrefHeight(HEIGHT);
        list.setCellFactory(CheckBoxListCell.forListView(Choice::on, new StringConverter<>() {
            @Override
            public String toString(Choice choice) {
                return choice.layer();
            }

            @Override
            public Choice fromString(String text) {
                throw new UnsupportedOperationException("names are not edited");
            }
        }));
        list.setOnKeyPressed(e -> {
            Choice at = list.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.SPACE && at != null) {
                at.on().set(!at.on().get());
            }
        });
        list.visibleProperty().bind(layers.which().isEqualTo(Which.CHOSEN));
        list.managedProperty().bind(list.visibleProperty());
        return list;
    }
}
