package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys, over the window; those of a menu under its name. */
final class HelpOverlay extends Card {

    /** Beside the columns. */
    private static final double MARGIN = 100;

    HelpOverlay(List<KeyLine> lines, BooleanProperty open) {
        this(
                open,
                columns(lines.stream().filter(line -> !line.names().isEmpty()).toList()));
    }

    private HelpOverlay(BooleanProperty open, FlowPane columns) {
        super("help", open, Controls.heading(say("app.help-overlay.keys")), columns, about());
        columns.prefWrapLengthProperty().bind(widthProperty().subtract(MARGIN));
        setOnMouseClicked(e -> open.set(false));
    }

    private static FlowPane columns(List<KeyLine> lines) {
        FlowPane columns = new FlowPane(26, 10);
        columns.setRowValignment(VPos.TOP);
        columns.getChildren()
                .addAll(
                        table(lines, Menus.VIEW),
                        new VBox(8, table(lines, Menus.NETWORK), table(lines, Optional.empty(), "")),
                        table(lines, Menus.FILE),
                        new VBox(8, table(lines, Menus.EDIT), table(lines, Menus.HELP)));
        return columns;
    }

    private static Node table(List<KeyLine> lines, Menus menu) {
        return table(lines, Optional.of(menu), menu.title());
    }

    private static Node table(List<KeyLine> lines, Optional<Menus> menu, String title) {
        GridPane table = new GridPane(12, 2);
        int row = 0;
        for (KeyLine line : lines) {
            if (line.menu().equals(menu)) {
                Label name = new Label(line.names());
                name.getStyleClass().addAll("key", "small");
                name.setMinWidth(Region.USE_PREF_SIZE);
                Label does = Controls.small(line.does());
                does.setMinWidth(Region.USE_PREF_SIZE);
                table.addRow(row++, name, does);
            }
        }
        return title.isEmpty() ? table : new VBox(2, Controls.heading(title), table);
    }

    private static Label about() {
        Label about = Controls.small(say("app.help-overlay.drop-models-pictures-folders"));
        about.setWrapText(true);
        return about;
    }
}
