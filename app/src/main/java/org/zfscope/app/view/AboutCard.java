package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import org.zfscope.app.viewmodel.Workbench;

/** Which program this is. */
final class AboutCard extends Card {

    AboutCard(BooleanProperty open) {
        super("about", open, Controls.heading(Workbench.program()), text());
        setOnMouseClicked(e -> open.set(false));
    }

    private static Label text() {
        Label text = new Label(say("app.about-card.text"));
        text.setWrapText(true);
        text.setPrefWidth(420);
        return text;
    }
}
