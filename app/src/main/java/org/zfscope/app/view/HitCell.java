package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.zfscope.app.engine.TopHit;
import org.zfscope.models.image.RgbImage;

/** One of a unit's strongest pictures, which opens by a click or by Enter. It stays when the unit changes, and so does the focus. */
final class HitCell extends VBox {

    /** A projection that is still to come is held open by its patch. */
    private static final double TO_COME = 0.3;

    private final String kind;
    private final int number;
    private final PictureView picture;
    private final Label label = Controls.small("");
    private final Tooltip tooltip = new Tooltip();
    private final Consumer<TopHit> opening;
    private Optional<TopHit> hit = Optional.empty();

    HitCell(String kind, int number, Consumer<TopHit> opening) {
        this.kind = kind;
        this.number = number;
        this.opening = opening;
        this.picture = new PictureView("top-" + kind + "-" + number, "");
        label.setMinWidth(0);
        getChildren().addAll(picture, label);
        setAlignment(Pos.TOP_CENTER);
        getStyleClass().add("hit");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setVisible(false);
        Tooltip.install(this, tooltip);
        setOnMouseClicked(e -> open());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                open();
            }
        });
    }

    private void open() {
        hit.ifPresent(opening);
    }

    /** Nothing is at this place. */
    void clear() {
        hit = Optional.empty();
        setVisible(false);
    }

    void show(TopHit now, Optional<RgbImage> shown, String text) {
        hit = Optional.of(now);
        picture.show(shown.orElse(now.patch()));
        setOpacity(shown.isPresent() ? 1 : TO_COME);
        label.setText(text);
        String name = say("app.hit-cell.strongest-opens-picture", kind, number + 1, now.place());
        tooltip.setText(name);
        setAccessibleText(name);
        setVisible(true);
    }
}
