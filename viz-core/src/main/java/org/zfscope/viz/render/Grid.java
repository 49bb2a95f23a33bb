package org.zfscope.viz.render;

/** Where the cells of a mosaic lie, in pixels from its own corner. */
record Grid(int columns, int rows, int cellWidth, int cellHeight, int gap, MosaicStyle.Edge edge) {

    int x(int cell) {
        return cell % columns * (cellWidth + gap);
    }

    int y(int cell) {
        return cell / columns * (cellHeight + gap);
    }

    int cells() {
        return columns * rows;
    }

    long width() {
        return side(columns, cellWidth);
    }

    long height() {
        return side(rows, cellHeight);
    }

    private long side(long count, long cell) {
        return count * (cell + gap) - (edge == MosaicStyle.Edge.BETWEEN ? gap : 0);
    }
}
