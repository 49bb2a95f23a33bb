package org.zfscope.app.viewmodel;

import javafx.geometry.Rectangle2D;

/**
 * Which part of a sheet a pane shows: the sheet's point at the pane's top left corner, and how many screen pixels a pixel
 * of the sheet has.
 */
public record Viewport(double x, double y, double zoom) {

    private static final double LEAST = 0.05;
    private static final double MOST = 64;

    /** All of the sheet, in the middle of the pane. */
    public static Viewport fit(TileLayout layout, double width, double height) {
        double zoom = clamp(Math.min(width / layout.width(), height / layout.height()));
        return new Viewport((layout.width() - width / zoom) / 2, (layout.height() - height / zoom) / 2, zoom);
    }

    /** Larger or smaller; what lies under the given point of the pane stays there. */
    public Viewport zoomed(double factor, double atX, double atY) {
        double other = clamp(zoom * factor);
        return new Viewport(x + atX / zoom - atX / other, y + atY / zoom - atY / other, other);
    }

    public Viewport panned(double byX, double byY) {
        return new Viewport(x - byX / zoom, y - byY / zoom, zoom);
    }

    /** Moved no more than needed to show a tile whole. */
    public Viewport showing(TileLayout layout, int place, double width, double height) {
        return new Viewport(
                moved(x, layout.x(place) - layout.gap(), layout.tileWidth() + 2 * layout.gap(), width / zoom),
                moved(y, layout.y(place) - layout.gap(), layout.tileHeight() + 2 * layout.gap(), height / zoom),
                zoom);
    }

    /** Whether a part of a tile is seen. */
    public boolean shows(TileLayout layout, int place, double width, double height) {
        double left = paneX(layout.x(place));
        double top = paneY(layout.y(place));
        return left < width
                && top < height
                && left + layout.tileWidth() * zoom > 0
                && top + layout.tileHeight() * zoom > 0;
    }

    private static double moved(double from, double start, double size, double span) {
        return Math.min(start, Math.max(from, start + size - span));
    }

    public double sheetX(double paneX) {
        return x + paneX / zoom;
    }

    public double sheetY(double paneY) {
        return y + paneY / zoom;
    }

    public double paneX(double sheetX) {
        return (sheetX - x) * zoom;
    }

    public double paneY(double sheetY) {
        return (sheetY - y) * zoom;
    }

    private static double clamp(double zoom) {
        return Math.max(LEAST, Math.min(MOST, zoom));
    }

    /** Where a tile lies in the pane. */
    public Rectangle2D tile(TileLayout layout, int place) {
        return new Rectangle2D(
                paneX(layout.x(place)), paneY(layout.y(place)), layout.tileWidth() * zoom, layout.tileHeight() * zoom);
    }
}
