package org.zfscope.app.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys, over the window. */
final class HelpOverlay extends StackPane {

    HelpOverlay() {
        setId("help");
        getStyleClass().add("shade");
        GridPane table = new GridPane(18, 3);
        int row = 0;
        for (Keys.Key key : Keys.all()) {
            Label name = new Label(key.name());
            name.getStyleClass().add("key");
            name.setMinWidth(Region.USE_PREF_SIZE);
            table.addRow(row++, name, new Label(key.does()));
        }
        VBox card = new VBox(
                10,
                Controls.heading("Keys"),
                table,
                Controls.small(
                        "Drop models, pictures and folders anywhere. Wheel: zoom. Drag: move. Double click: all maps."));
        card.getStyleClass().add("card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(card);
        setVisible(false);
        setOnMouseClicked(e -> setVisible(false));
    }
}
