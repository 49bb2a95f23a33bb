package org.zfscope.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.Catalogue;

/** All keys, over the window. */
final class HelpOverlay extends StackPane {

    /** A key and what it does. */
    private record Key(String name, String does) {}

    HelpOverlay() {
        setId("help");
        getStyleClass().add("shade");
        GridPane table = new GridPane(18, 3);
        int row = 0;
        for (Key key : all()) {
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
                        "Drop models, pictures, folders and indexes anywhere. Wheel: zoom. Drag: move. Double click: all maps."));
        card.getStyleClass().add("card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(card);
        setVisible(false);
        setOnMouseClicked(e -> setVisible(false));
    }

    /** All of them; {@link Keys} does what they say. */
    private static List<Key> all() {
        List<Key> all = new ArrayList<>(List.of(
                new Key("arrows, i j k l", "another unit; with Shift three further"),
                new Key("u, o", "layer below, layer above"),
                new Key("Page Up, Page Down", "picture before, picture after"),
                new Key("z", "enlarge the unit's map, then all maps again"),
                new Key("+, -", "zoom the maps"),
                new Key("b", "next rule: deconvnet, guided, gradient"),
                new Key("d", "freeze the unit at the right, or let it follow")));
        for (Catalogue kind : Catalogue.values()) {
            kind.key().ifPresent(key -> all.add(new Key(key, "maps, or " + kind.help())));
        }
        all.addAll(List.of(
                new Key("n", "strongest pictures: patches, or their projections"),
                new Key("t, T", "gain of the maps, gain of the projection"),
                new Key("m", "whole map, or its strongest neuron"),
                new Key("r", "random control: shuffled weights"),
                new Key("p", "pin this network and picture to compare"),
                new Key("8", "unit numbers on, off"),
                new Key("c, f", "play the film or stream as live input; freeze the frame"),
                new Key("/", "search layers"),
                new Key("Ctrl+O, Ctrl+V", "open pictures, paste"),
                new Key("Ctrl+S, Ctrl+C", "copy the maps' command, copy the unit's address"),
                new Key("h", "this help"),
                new Key("Esc", "close messages and help, thaw, show all maps")));
        return all;
    }
}
