package org.zfscope.app.view;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import org.zfscope.models.image.RgbImage;

/** A figure, as wide as there is room, but not enlarged; a click shows it in its own size and back. */
final class FigureView extends ScrollPane {

    /** Smaller, nobody can read it. */
    private static final double LEAST = 0.5;

    private final ImageView image = new ImageView();
    private boolean own;

    FigureView(String id, String name) {
        setId(id);
        setAccessibleText(name);
        image.setPreserveRatio(true);
        image.setSmooth(true);
        image.setCursor(Cursor.HAND);
        Tooltip.install(image, new Tooltip(name));
        setContent(image);
        getStyleClass().add("figure");
        setMinSize(0, 0);
        setPrefSize(0, 0);
        viewportBoundsProperty().addListener(o -> fit());
        image.setOnMouseClicked(e -> {
            own = !own;
            fit();
        });
    }

    void show(Optional<RgbImage> now) {
        image.setImage(now.map(Pixels::image).orElse(null));
        fit();
    }

    private void fit() {
        if (image.getImage() != null) {
            double width = image.getImage().getWidth();
            double room = getViewportBounds().getWidth();
            image.setFitWidth(own || room <= 0 ? width : Math.min(width, Math.max(room, LEAST * width)));
        }
    }
}
