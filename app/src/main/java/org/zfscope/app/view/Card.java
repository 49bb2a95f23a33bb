package org.zfscope.app.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A card over the darkened window. Where the window is too small for it, it scrolls. */
class Card extends StackPane {

    /** Part of what lies over the window; keys of the window behind it rest. */
    static final String SHADE = "shade";

    Card(String id, ObservableBooleanValue open, Node... content) {
        setId(id);
        getStyleClass().add(SHADE);
        VBox rows = new VBox(10, content);
        rows.getStyleClass().add("card-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("card");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        scroll.setMinSize(0, 0);
        scroll.setFocusTraversable(false);
        setAlignment(Pos.CENTER);
        getChildren().add(scroll);
        visibleProperty().bind(open);
    }
}
