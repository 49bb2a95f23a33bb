package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.IntBuffer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.TilePainter;
import org.zfscope.app.viewmodel.Viewport;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.exhibit.TileSheet;

/** All tiles of a layer on a sheet that can be zoomed and panned. Only what is seen is drawn. */
final class MapsCanvas extends Region {

    private static final double ZOOM_A_NOTCH = 1.2;
    private static final double NOTCH = 40;
    private static final double DRAG_STARTS = 4;

    private final MapsView maps;
    private final Workbench bench;
    private final ImageView image = new ImageView();
    private final Canvas marks = new Canvas();
    private final TileMarks tileMarks;
    private final TileCursor cursor;
    private IntBuffer pixels = IntBuffer.allocate(1);
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1);
    private double scale = 1;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean dragged;
    private boolean drawing;

    MapsCanvas(Workbench bench) {
        this.bench = bench;
        this.maps = bench.maps();
        this.tileMarks = new TileMarks(maps, marks);
        this.cursor = new TileCursor(maps, bench.selection());
        setId("maps-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(say("app.maps-canvas.feature-maps-layer-arrow"));
        getStyleClass().add("maps-canvas");
        getChildren().addAll(image, marks, cursor);
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(widthProperty());
        inside.heightProperty().bind(heightProperty());
        setClip(inside);
        maps.viewport().addListener(o -> redraw());
        maps.order().addListener(o -> redraw());
        maps.labels().addListener(o -> redraw());
        bench.dark().addListener(o -> redraw());
        bench.results().maps().addListener(o -> redraw());
        setOnScroll(this::zoom);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(e -> maps.hover(e.getX(), e.getY()));
        setOnMouseExited(e -> maps.leave());
    }

    private void zoom(ScrollEvent event) {
        double notches = event.getDeltaY() / NOTCH;
        if (notches != 0) {
            maps.zoom(Math.pow(ZOOM_A_NOTCH, notches), event.getX(), event.getY());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedX = lastX = event.getX();
        pressedY = lastY = event.getY();
        dragged = false;
    }

    private void drag(MouseEvent event) {
        dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > DRAG_STARTS;
        if (dragged) {
            maps.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        }
    }

    private void release(MouseEvent event) {
        if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            if (event.getClickCount() == 2) {
                maps.fit();
            } else {
                maps.choose(event.getX(), event.getY());
            }
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        scale = getScene() == null ? 1 : getScene().getWindow().getOutputScaleX();
        int across = (int) Math.ceil(width * scale);
        int down = (int) Math.ceil(height * scale);
        if (across != buffer.getWidth() || down != buffer.getHeight()) {
            buffer = buffer(across, down);
            image.setImage(new WritableImage(buffer));
            image.setFitWidth(across / scale);
            image.setFitHeight(down / scale);
            marks.setWidth(width);
            marks.setHeight(height);
            maps.resize(width, height);
            redraw();
        }
    }

    private PixelBuffer<IntBuffer> buffer(int width, int height) {
        pixels = IntBuffer.allocate(width * height);
        return new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
    }

    /** Once before the next frame, however many reasons there are. */
    private void redraw() {
        if (!drawing) {
            drawing = true;
            Platform.runLater(() -> {
                drawing = false;
                draw();
            });
        }
    }

    private void draw() {
        TileSheet sheet = maps.sheet();
        Viewport view = maps.viewport().get();
        Viewport inPixels = new Viewport(view.x(), view.y(), view.zoom() * scale);
        new TilePainter(pixels.array(), buffer.getWidth(), buffer.getHeight())
                .paint(sheet.tiles(), maps.places(), maps.layout(), inPixels, background());
        buffer.updateBuffer(b -> new Rectangle2D(0, 0, b.getWidth(), b.getHeight()));
        tileMarks.draw();
        cursor.move();
    }

    private int background() {
        return bench.dark().get() ? 0x161B22 : 0xE7EAEE;
    }
}
