package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All keys, over the window. */
final class HelpOverlay extends StackPane {

    HelpOverlay(List<KeyLine> lines) {
        setId("help");
        getStyleClass().add("shade");
        GridPane table = new GridPane(18, 3);
        int row = 0;
        for (KeyLine line : lines) {
            Label name = new Label(line.names());
            name.getStyleClass().add("key");
            name.setMinWidth(Region.USE_PREF_SIZE);
            table.addRow(row++, name, new Label(line.does()));
        }
        VBox card = new VBox(
                10,
                Controls.heading(say("app.help-overlay.keys")),
                table,
                Controls.small(say("app.help-overlay.drop-models-pictures-folders")));
        card.getStyleClass().add("card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(card);
        setVisible(false);
        setOnMouseClicked(e -> setVisible(false));
    }
}
