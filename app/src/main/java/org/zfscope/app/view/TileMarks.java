package org.zfscope.app.view;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.zfscope.app.viewmodel.MapsView;
import org.zfscope.app.viewmodel.Viewport;
import org.zfscope.viz.exhibit.TileSheet;

/** What is drawn over tiles: numbers and labels, and crosses on dead maps. */
final class TileMarks {

    private static final double LABEL_FITS = 44;
    private static final double LABEL_HEIGHT = 13;
    private static final double LETTER = 5.6;
    private static final Color DEAD = Color.rgb(255, 140, 0);

    private final MapsView maps;
    private final Canvas canvas;

    TileMarks(MapsView maps, Canvas canvas) {
        this.maps = maps;
        this.canvas = canvas;
    }

    void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        TileSheet sheet = maps.sheet();
        Viewport view = maps.viewport().get();
        int[] places = maps.places();
        for (int place = 0; place < places.length; place++) {
            boolean there = places[place] < sheet.tiles().size();
            if (there && view.shows(maps.layout(), place, canvas.getWidth(), canvas.getHeight())) {
                mark(g, sheet, places[place], view.tile(maps.layout(), place));
            }
        }
    }

    private void mark(GraphicsContext g, TileSheet sheet, int unit, Rectangle2D tile) {
        if (sheet.tiles().get(unit).dead() && tile.getWidth() > 6) {
            cross(g, tile);
        }
        if (maps.labels().get()) {
            if (sheet.question().bar() > 0) {
                bar(g, sheet.oneLine(unit), sheet.question().bar(), tile);
            } else if (tile.getWidth() >= LABEL_FITS) {
                number(g, Integer.toString(unit), tile);
            }
        }
    }

    private static void cross(GraphicsContext g, Rectangle2D tile) {
        double arm = Math.min(7, tile.getWidth() / 5);
        double x = tile.getMinX() + tile.getWidth() / 2;
        double y = tile.getMinY() + tile.getHeight() / 2;
        g.setStroke(DEAD);
        g.setLineWidth(1.5);
        g.strokeLine(x - arm, y - arm, x + arm, y + arm);
        g.strokeLine(x - arm, y + arm, x + arm, y - arm);
    }

    private static void number(GraphicsContext g, String number, Rectangle2D tile) {
        g.setFont(Font.font(10));
        g.setFill(Color.rgb(0, 0, 0, 0.55));
        g.fillRect(tile.getMinX(), tile.getMinY(), 6.5 * number.length() + 4, LABEL_HEIGHT);
        g.setFill(Color.WHITE);
        g.fillText(number, tile.getMinX() + 2, tile.getMinY() + 10);
    }

    /** In the bar over a block; nothing where the bar is too low to be read, as much as there is room for elsewhere. */
    private static void bar(GraphicsContext g, String label, double share, Rectangle2D tile) {
        double height = tile.getHeight() * share;
        int letters = (int) ((tile.getWidth() - 4) / LETTER);
        if (height >= 9 && letters > 0) {
            String shown = letters >= label.length() ? label : label.split(" ", 2)[0];
            g.setFont(Font.font(Math.min(12, height - 1)));
            g.setFill(Color.WHITE);
            g.fillText(shown, tile.getMinX() + 3, tile.getMinY() + height * 0.78, tile.getWidth() - 4);
        }
    }
}
