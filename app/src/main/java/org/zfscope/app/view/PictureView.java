package org.zfscope.app.view;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;

/**
 * One picture as large as there is room, every pixel a square; over it another one that lets it shine through, and a
 * frame around a window of it.
 */
final class PictureView extends Region {

    private final ImageView lower = new ImageView();
    private final ImageView upper = new ImageView();
    private final Rectangle frame = new Rectangle();
    private Optional<RgbImage> picture = Optional.empty();
    private Optional<RgbImage> cover = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private double drawn;

    PictureView(String id, String name) {
        setId(id);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getStyleClass().add("picture");
        frame.setFill(Color.TRANSPARENT);
        frame.setStroke(Color.rgb(64, 200, 64));
        frame.setStrokeWidth(2);
        frame.setMouseTransparent(true);
        upper.setMouseTransparent(true);
        lower.setManaged(false);
        upper.setManaged(false);
        frame.setManaged(false);
        getChildren().addAll(lower, upper, frame);
    }

    void show(RgbImage now) {
        picture = Optional.of(now);
        drawn = 0;
        requestLayout();
    }

    /** Shows nothing. */
    void clear() {
        picture = Optional.empty();
        cover = Optional.empty();
        window = Optional.empty();
        lower.setImage(null);
        upper.setImage(null);
        requestLayout();
    }

    /** What lies over the picture, of the same size. */
    ImageView over() {
        return upper;
    }

    void over(RgbImage now) {
        cover = Optional.of(now);
        drawn = 0;
        requestLayout();
    }

    /** Frames a part, in pixels of the picture; what hangs over the border is left away. */
    void frame(Optional<Window> part) {
        window = part;
        requestLayout();
    }

    /** Calls with row and column of the pixel that is clicked. */
    void onPixel(BiConsumer<Integer, Integer> chosen) {
        setOnMouseClicked(e -> picture.ifPresent(p -> {
            double zoom = zoom(p);
            int x = (int) Math.floor((e.getX() - left(p, zoom)) / zoom);
            int y = (int) Math.floor((e.getY() - top(p, zoom)) / zoom);
            if (x >= 0 && x < p.width() && y >= 0 && y < p.height()) {
                chosen.accept(y, x);
            }
        }));
    }

    @Override
    protected double computePrefHeight(double width) {
        return width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        frame.setVisible(picture.isPresent() && window.isPresent());
        picture.ifPresent(p -> {
            double zoom = zoom(p);
            draw(p, zoom);
            double left = left(p, zoom);
            double top = top(p, zoom);
            for (ImageView view : new ImageView[] {lower, upper}) {
                view.setSmooth(zoom < 1);
                view.setFitWidth(p.width() * zoom);
                view.setFitHeight(p.height() * zoom);
                view.relocate(left, top);
            }
            window.ifPresent(w -> place(w, p, zoom));
        });
    }

    /** Only when the pictures or their size have changed. */
    private void draw(RgbImage p, double zoom) {
        double onScreen =
                zoom * (getScene() == null ? 1 : getScene().getWindow().getOutputScaleX());
        if (drawn != onScreen) {
            drawn = onScreen;
            lower.setImage(Pixels.enlarged(p, onScreen));
            upper.setImage(cover.map(c -> Pixels.enlarged(c, onScreen)).orElse(null));
        }
    }

    private void place(Window w, RgbImage p, double zoom) {
        double x = Math.max(0, w.x());
        double y = Math.max(0, w.y());
        double right = Math.min(p.width(), w.right());
        double bottom = Math.min(p.height(), w.bottom());
        frame.setX(left(p, zoom) + x * zoom);
        frame.setY(top(p, zoom) + y * zoom);
        frame.setWidth(Math.max(1, (right - x) * zoom));
        frame.setHeight(Math.max(1, (bottom - y) * zoom));
    }

    private double zoom(RgbImage p) {
        return Math.min(getWidth() / p.width(), getHeight() / p.height());
    }

    private double left(RgbImage p, double zoom) {
        return (getWidth() - p.width() * zoom) / 2;
    }

    private double top(RgbImage p, double zoom) {
        return (getHeight() - p.height() * zoom) / 2;
    }
}
