package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

/**
 * How a mosaic is laid out.
 *
 * @param columns tiles in a row; 0 = as many as make the mosaic square
 * @param zoom how many pixels wide and high each pixel of a tile is drawn; 0 = so that tiles can be seen well
 * @param gap pixels between tiles
 * @param margin pixels around everything
 * @param textZoom how many pixels wide and high each dot of a letter is drawn
 */
public record MosaicStyle(
        int columns, int zoom, int gap, int margin, int textZoom, Labels labels, Edge edge, Theme theme) {

    /** Where labels stand. */
    public enum Labels {
        ABOVE,
        BELOW
    }

    /** Where the gaps are. */
    public enum Edge {
        /** Between tiles only; the last row may be shorter. */
        BETWEEN,
        /** To the right of and below each tile, also the last, in a square of tiles: the layout of Caffe's notebook. */
        TRAILING
    }

    public MosaicStyle {
        require("columns", columns, 0, 1 << 16);
        require("zoom", zoom, 0, 1 << 16);
        require("gap", gap, 0, 1 << 10);
        require("margin", margin, 0, 1 << 10);
        require(say("viz.mosaic-style.text-zoom"), textZoom, 1, 32);
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(say("viz.mosaic-style.expected", what, least, most, value));
        }
    }

    /** Tiles one pixel apart, enlarged so that they can be seen well, on white. */
    public static MosaicStyle standard() {
        return new MosaicStyle(0, 0, 1, 0, 1, Labels.BELOW, Edge.BETWEEN, Theme.LIGHT);
    }

    /** As standard, with air around tiles and labels. */
    public static MosaicStyle figure() {
        return standard().withGap(6).withMargin(8);
    }

    /** Pixel for pixel the layout of Caffe's weight mosaic: n x n tiles, one pixel to the right of and below each. */
    public static MosaicStyle caffe() {
        return new MosaicStyle(0, 1, 1, 0, 1, Labels.BELOW, Edge.TRAILING, Theme.CAFFE);
    }

    public MosaicStyle withColumns(int other) {
        return new MosaicStyle(other, zoom, gap, margin, textZoom, labels, edge, theme);
    }

    public MosaicStyle withZoom(int other) {
        return new MosaicStyle(columns, other, gap, margin, textZoom, labels, edge, theme);
    }

    public MosaicStyle withGap(int other) {
        return new MosaicStyle(columns, zoom, other, margin, textZoom, labels, edge, theme);
    }

    public MosaicStyle withMargin(int other) {
        return new MosaicStyle(columns, zoom, gap, other, textZoom, labels, edge, theme);
    }

    public MosaicStyle withTextZoom(int other) {
        return new MosaicStyle(columns, zoom, gap, margin, other, labels, edge, theme);
    }

    public MosaicStyle withLabels(Labels other) {
        return new MosaicStyle(columns, zoom, gap, margin, textZoom, other, edge, theme);
    }

    public MosaicStyle withTheme(Theme other) {
        return new MosaicStyle(columns, zoom, gap, margin, textZoom, labels, edge, other);
    }

    /** How many tiles stand in a row when there are {@code tiles} in all. */
    int columnsFor(int tiles) {
        return columns > 0 ? columns : (int) Math.ceil(Math.sqrt(tiles));
    }

    /** How many rows of tiles there are. */
    int rowsFor(int tiles) {
        int across = columnsFor(tiles);
        int needed = (tiles + across - 1) / across;
        return edge == Edge.TRAILING ? Math.max(across, needed) : needed;
    }

    /** The enlargement for tiles of a size: to about 64 pixels, less where many tiles stand in a row. */
    int zoomFor(int tileSide, int across) {
        return zoom > 0 ? zoom : Math.max(1, Math.min(64, 1600 / across) / tileSide);
    }
}
