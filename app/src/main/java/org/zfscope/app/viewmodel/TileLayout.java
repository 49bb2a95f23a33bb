package org.zfscope.app.viewmodel;

/**
 * Where tiles lie on an endless sheet, in pixels of the tiles themselves.
 *
 * @param gap between tiles
 */
public record TileLayout(int count, int columns, double tileWidth, double tileHeight, double gap) {

    private static final double GAP = 0.06;

    /** As many columns as let the tiles be largest when all are seen in a pane of that size. */
    public static TileLayout fitting(int count, int tileWidth, int tileHeight, double paneWidth, double paneHeight) {
        double gap = GAP * Math.max(tileWidth, tileHeight);
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            TileLayout layout = new TileLayout(count, columns, tileWidth, tileHeight, gap);
            double zoom = Math.min(paneWidth / layout.width(), paneHeight / layout.height());
            if (zoom > largest) {
                largest = zoom;
                best = columns;
            }
        }
        return new TileLayout(count, best, tileWidth, tileHeight, gap);
    }

    public int rows() {
        return (count + columns - 1) / columns;
    }

    /** From one tile to the next. */
    public double stepX() {
        return tileWidth + gap;
    }

    public double stepY() {
        return tileHeight + gap;
    }

    public double x(int place) {
        return gap + place % columns * stepX();
    }

    public double y(int place) {
        int row = place / columns;
        return gap + row * stepY();
    }

    public double width() {
        return columns * stepX() + gap;
    }

    public double height() {
        return rows() * stepY() + gap;
    }

    /** Which place is there; -1 between tiles and outside. */
    public int place(double x, double y) {
        int column = (int) Math.floor((x - gap) / stepX());
        int row = (int) Math.floor((y - gap) / stepY());
        int place = row * columns + column;
        boolean there = column >= 0 && column < columns && row >= 0 && place < count;
        return there && x < x(place) + tileWidth && y < y(place) + tileHeight ? place : -1;
    }
}
