package org.zfscope.app.view;

import java.nio.IntBuffer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.zfscope.app.engine.MapsSheet;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.TileLayout;
import org.zfscope.app.viewmodel.TilePainter;
import org.zfscope.app.viewmodel.Viewport;
import org.zfscope.app.viewmodel.Workbench;

/** All tiles of a layer on a sheet that can be zoomed and panned. Only what is seen is drawn. */
final class MapsCanvas extends Region {

    private static final double ZOOM_A_NOTCH = 1.2;
    private static final double NOTCH = 40;
    private static final double DRAG_STARTS = 4;
    private static final double LABEL_FITS = 44;
    private static final Color CURSOR = Color.rgb(64, 200, 64);
    private static final Color FROZEN = Color.rgb(70, 110, 255);
    private static final Color DEAD = Color.rgb(255, 140, 0);

    private final MapsView maps;
    private final Workbench bench;
    private final ImageView image = new ImageView();
    private final Canvas marks = new Canvas();
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
        setId("maps-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Feature maps of the layer; arrow keys choose a unit");
        getStyleClass().add("maps-canvas");
        getChildren().addAll(image, marks);
        maps.viewport().addListener(o -> redraw());
        maps.order().addListener(o -> redraw());
        maps.labels().addListener(o -> redraw());
        bench.dark().addListener(o -> redraw());
        bench.inspector().results().maps().addListener(o -> redraw());
        bench.inspector().selection().unit().addListener(o -> redraw());
        bench.inspector().selection().frozen().addListener(o -> redraw());
        setOnScroll(this::zoom);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(e -> maps.hover(e.getX(), e.getY()));
        setOnMouseExited(e -> maps.hover(-1, -1));
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
        MapsSheet sheet = maps.sheet();
        Viewport view = maps.viewport().get();
        Viewport inPixels = new Viewport(view.x(), view.y(), view.zoom() * scale);
        new TilePainter(pixels.array(), buffer.getWidth(), buffer.getHeight())
                .paint(sheet.tiles(), maps.places(), maps.layout(), inPixels, background());
        buffer.updateBuffer(b -> new Rectangle2D(0, 0, b.getWidth(), b.getHeight()));
        mark(sheet, view);
    }

    private int background() {
        return bench.dark().get() ? 0x161B22 : 0xE7EAEE;
    }

    private void mark(MapsSheet sheet, Viewport view) {
        GraphicsContext g = marks.getGraphicsContext2D();
        g.clearRect(0, 0, marks.getWidth(), marks.getHeight());
        TileLayout layout = maps.layout();
        double width = layout.tileWidth() * view.zoom();
        double height = layout.tileHeight() * view.zoom();
        int[] places = maps.places();
        for (int place = 0; place < places.length; place++) {
            double x = view.paneX(layout.x(place));
            double y = view.paneY(layout.y(place));
            boolean seen = x < marks.getWidth() && y < marks.getHeight() && x + width > 0 && y + height > 0;
            if (seen && places[place] < sheet.tiles().size()) {
                mark(g, sheet, places[place], new Rectangle2D(x, y, width, height));
            }
        }
        frame(g, view, width, height);
    }

    private void mark(GraphicsContext g, MapsSheet sheet, int unit, Rectangle2D tile) {
        if (sheet.tiles().get(unit).dead() && tile.getWidth() > 6) {
            double arm = Math.min(7, tile.getWidth() / 5);
            double x = tile.getMinX() + tile.getWidth() / 2;
            double y = tile.getMinY() + tile.getHeight() / 2;
            g.setStroke(DEAD);
            g.setLineWidth(1.5);
            g.strokeLine(x - arm, y - arm, x + arm, y + arm);
            g.strokeLine(x - arm, y + arm, x + arm, y - arm);
        }
        if (maps.labels().get() && tile.getWidth() >= LABEL_FITS) {
            String number = Integer.toString(unit);
            g.setFont(Font.font(10));
            g.setFill(Color.rgb(0, 0, 0, 0.55));
            g.fillRect(tile.getMinX(), tile.getMinY(), 6.5 * number.length() + 4, 13);
            g.setFill(Color.WHITE);
            g.fillText(number, tile.getMinX() + 2, tile.getMinY() + 10);
        }
    }

    private void frame(GraphicsContext g, Viewport view, double width, double height) {
        if (maps.sheet().tiles().isEmpty()) {
            return;
        }
        int place = maps.place(bench.inspector().selection().unit().get());
        g.setStroke(bench.inspector().selection().frozen().get() ? FROZEN : CURSOR);
        g.setLineWidth(2.5);
        g.strokeRect(
                view.paneX(maps.layout().x(place)) - 1.5,
                view.paneY(maps.layout().y(place)) - 1.5,
                width + 3,
                height + 3);
    }
}
