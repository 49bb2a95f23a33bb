package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.zfscope.app.viewmodel.InputSettings;
import org.zfscope.models.PicturePart;
import org.zfscope.models.image.RgbImage;

/** The picture as it is, on which a part is drawn with the mouse; a double click takes all of it again. */
final class CropPicture extends Region {

    private static final double HEIGHT = 130;

    /** Less than that, in pixels of the screen, is a click. */
    private static final double SMALLEST = 6;

    private final InputSettings settings;
    private final ImageView image = new ImageView();
    private final Rectangle frame = new Rectangle();
    private double fromX;
    private double fromY;

    CropPicture(InputSettings settings) {
        this.settings = settings;
        setId("input-crop");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(say("app.input-card.part-drag"));
        Tooltip.install(this, new Tooltip(say("app.input-card.part-drag")));
        setCursor(Cursor.CROSSHAIR);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        image.setManaged(false);
        frame.setManaged(false);
        frame.setFill(Color.rgb(64, 200, 64, 0.15));
        frame.setStroke(Color.rgb(64, 200, 64));
        frame.setStrokeWidth(2);
        frame.setMouseTransparent(true);
        getChildren().addAll(image, frame);
        settings.picture().addListener((all, before, now) -> show(now));
        settings.part().addListener(o -> requestLayout());
        setOnMousePressed(e -> {
            fromX = across(e);
            fromY = down(e);
        });
        setOnMouseDragged(this::drag);
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                settings.part().set("");
            }
        });
    }

    private void show(Optional<RgbImage> picture) {
        image.setImage(picture.map(Pixels::image).orElse(null));
        requestLayout();
    }

    /** In hundredths of the picture's width. */
    private double across(MouseEvent e) {
        return 100 * Math.max(0, Math.min(1, e.getX() / image.getFitWidth()));
    }

    private double down(MouseEvent e) {
        return 100 * Math.max(0, Math.min(1, e.getY() / image.getFitHeight()));
    }

    private void drag(MouseEvent e) {
        double width = Math.abs(across(e) - fromX) * image.getFitWidth() / 100;
        double height = Math.abs(down(e) - fromY) * image.getFitHeight() / 100;
        if (image.getImage() != null && width > SMALLEST && height > SMALLEST) {
            settings.part()
                    .set(new PicturePart(
                                    Math.min(fromY, down(e)),
                                    Math.min(fromX, across(e)),
                                    Math.max(fromY, down(e)),
                                    Math.max(fromX, across(e)))
                            .toString());
        }
    }

    @Override
    protected void layoutChildren() {
        settings.picture().get().ifPresent(picture -> {
            double zoom = Math.min(getWidth() / picture.width(), getHeight() / picture.height());
            image.setFitWidth(picture.width() * zoom);
            image.setFitHeight(picture.height() * zoom);
            PicturePart part = settings.chosenPart();
            frame.setX(part.left() / 100 * image.getFitWidth());
            frame.setY(part.top() / 100 * image.getFitHeight());
            frame.setWidth((part.right() - part.left()) / 100 * image.getFitWidth());
            frame.setHeight((part.bottom() - part.top()) / 100 * image.getFitHeight());
        });
        frame.setVisible(settings.picture().get().isPresent());
    }
}
