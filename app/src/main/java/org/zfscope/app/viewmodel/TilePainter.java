package org.zfscope.app.viewmodel;

import java.util.Arrays;
import java.util.List;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.render.Tile;

/**
 * Draws the tiles that a pane shows into its pixels, each 0xFFRRGGBB: enlarged without interpolation, so that every value
 * is a square, and shrunk with the mean of four samples. It takes the same time however many tiles there are.
 */
public final class TilePainter {

    private static final int OPAQUE = 0xFF << 24;

    private final int[] pixels;
    private final int width;
    private final int height;

    /** Draws into row-major pixels of that size. */
    public TilePainter(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /**
     * Draws all that is seen.
     *
     * @param order which tile is at which place
     * @param view in pixels of this painter
     */
    public void paint(List<Tile> tiles, int[] order, TileLayout layout, Viewport view, int background) {
        Arrays.fill(pixels, OPAQUE | background);
        int firstColumn = (int) Math.max(0, Math.floor((view.x() - layout.gap()) / layout.stepX()));
        int lastColumn = (int) Math.min(layout.columns() - 1.0, Math.floor(view.sheetX(width) / layout.stepX()));
        int firstRow = (int) Math.max(0, Math.floor((view.y() - layout.gap()) / layout.stepY()));
        int lastRow = (int) Math.min(layout.rows() - 1.0, Math.floor(view.sheetY(height) / layout.stepY()));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int place = row * layout.columns() + column;
                if (place < order.length && order[place] < tiles.size()) {
                    paint(tiles.get(order[place]).picture(), place, layout, view);
                }
            }
        }
    }

    private void paint(RgbImage tile, int place, TileLayout layout, Viewport view) {
        double zoomX = layout.tileWidth() * view.zoom() / tile.width();
        double zoomY = layout.tileHeight() * view.zoom() / tile.height();
        double left = view.paneX(layout.x(place));
        double top = view.paneY(layout.y(place));
        int fromX = (int) Math.max(0, Math.round(left));
        int toX = (int) Math.min(width, Math.max(fromX + 1, Math.round(left + zoomX * tile.width())));
        int fromY = (int) Math.max(0, Math.round(top));
        int toY = (int) Math.min(height, Math.max(fromY + 1, Math.round(top + zoomY * tile.height())));
        if (fromX < toX && fromY < toY) {
            boolean shrunk = zoomX < 1;
            int[] near = samples(fromX, toX, left, zoomX, tile.width(), shrunk ? 0.25 : 0.5);
            int[] far = shrunk ? samples(fromX, toX, left, zoomX, tile.width(), 0.75) : near;
            rows(tile, near, far, new Rows(fromX, fromY, toY, top, zoomY, shrunk));
        }
    }

    private record Rows(int left, int from, int to, double top, double zoom, boolean shrunk) {}

    private void rows(RgbImage tile, int[] near, int[] far, Rows rows) {
        int before = -1;
        for (int y = rows.from; y < rows.to; y++) {
            int upper = sample(y, rows.top, rows.zoom, tile.height(), rows.shrunk ? 0.25 : 0.5);
            int at = y * width + rows.left;
            if (rows.shrunk) {
                int lower = sample(y, rows.top, rows.zoom, tile.height(), 0.75);
                for (int i = 0; i < near.length; i++) {
                    pixels[at + i] = mean(tile, near[i], far[i], upper, lower);
                }
            } else if (upper == before) {
                System.arraycopy(pixels, at - width, pixels, at, near.length);
            } else {
                for (int i = 0; i < near.length; i++) {
                    pixels[at + i] = OPAQUE | tile.pixels()[upper * tile.width() + near[i]];
                }
                before = upper;
            }
        }
    }

    private static int[] samples(int from, int to, double start, double zoom, int size, double offset) {
        int[] samples = new int[to - from];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sample(from + i, start, zoom, size, offset);
        }
        return samples;
    }

    private static int sample(int at, double start, double zoom, int size, double offset) {
        return (int) Math.max(0, Math.min(size - 1.0, Math.floor((at + offset - start) / zoom)));
    }

    private static int mean(RgbImage tile, int left, int right, int upper, int lower) {
        int[] all = tile.pixels();
        int a = all[upper * tile.width() + left];
        int b = all[upper * tile.width() + right];
        int c = all[lower * tile.width() + left];
        int d = all[lower * tile.width() + right];
        // red and blue together, green alone: sums of four have two bits to spare
        int redBlue = ((a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF)) >> 2 & 0xFF00FF;
        int green = ((a & 0xFF00) + (b & 0xFF00) + (c & 0xFF00) + (d & 0xFF00)) >> 2 & 0xFF00;
        return OPAQUE | redBlue | green;
    }
}
