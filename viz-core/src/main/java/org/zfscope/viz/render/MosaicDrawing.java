package org.zfscope.viz.render;

import java.util.List;

/** One mosaic while it is drawn: its sizes, from the tiles outwards. */
final class MosaicDrawing {

    /** Labels up to so many letters make their tile's cell wider; longer ones are cut. */
    private static final int LABEL_LETTERS = 20;

    /** Titles are broken where they are wider than the tiles, but not before so many letters. */
    private static final int TITLE_LETTERS = 40;

    private final Mosaic mosaic;
    private final MosaicStyle style;
    private final Theme theme;
    private final int zoom;
    private final int tileWidth;
    private final int tileHeight;
    private final List<Text> labels;
    private final int labelHeight;
    private final Grid grid;
    private final Text title;

    MosaicDrawing(Mosaic mosaic, MosaicStyle style) {
        this.mosaic = mosaic;
        this.style = style;
        this.theme = style.theme();
        int count = mosaic.tiles().size();
        int width =
                largest(mosaic.tiles().stream().map(t -> t.drawing().width()).toList());
        int height =
                largest(mosaic.tiles().stream().map(t -> t.drawing().height()).toList());
        zoom = style.zoomFor(Math.max(width, height), style.columnsFor(count));
        tileWidth = Canvas.enlarged(width, zoom);
        tileHeight = Canvas.enlarged(height, zoom);
        labels = mosaic.tiles().stream().map(tile -> label(tile.label())).toList();
        int textHeight = largest(labels.stream().map(Text::height).toList());
        labelHeight = textHeight == 0 ? 0 : textHeight + 2 * air();
        grid = new Grid(
                style.columnsFor(count),
                style.rowsFor(count),
                Math.max(tileWidth, labelWidth()),
                tileHeight + labelHeight,
                style.gap(),
                style.edge());
        title = Text.wrapped(mosaic.title(), (int) Math.max(grid.width(), pixels(TITLE_LETTERS)), style.textZoom());
    }

    private Text label(String label) {
        return Text.cut(label, Math.max(tileWidth, pixels(LABEL_LETTERS)), style.textZoom());
    }

    private int labelWidth() {
        int textWidth = largest(labels.stream().map(Text::width).toList());
        return textWidth == 0 ? 0 : textWidth + 2 * air();
    }

    private int pixels(int letters) {
        return letters * (Font.WIDTH + 1) * style.textZoom();
    }

    private int air() {
        return 2 * style.textZoom();
    }

    private static int largest(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    Drawing draw() {
        int top = title.height() == 0 ? 0 : title.height() + 3 * air();
        long around = 2L * style.margin();
        Canvas canvas =
                new Canvas(Math.max(grid.width(), title.width()) + around, grid.height() + top + around, theme.paper());
        title.draw(canvas, style.margin(), style.margin(), theme.ink());
        canvas.fill(style.margin(), style.margin() + top, (int) grid.width(), (int) grid.height(), theme.gap());
        for (int cell = 0; cell < grid.cells(); cell++) {
            drawCell(canvas, cell, style.margin() + grid.x(cell), style.margin() + top + grid.y(cell));
        }
        return canvas.drawing();
    }

    private void drawCell(Canvas canvas, int cell, int x, int y) {
        if (cell >= mosaic.tiles().size()) {
            canvas.fill(x, y, grid.cellWidth(), grid.cellHeight(), theme.blank());
            return;
        }
        canvas.fill(x, y, grid.cellWidth(), grid.cellHeight(), theme.paper());
        boolean above = style.labels() == MosaicStyle.Labels.ABOVE;
        int textTop = (above ? y : y + tileHeight) + air();
        labels.get(cell).drawCentred(canvas, x, textTop, grid.cellWidth(), theme.ink());
        drawTile(canvas, mosaic.tiles().get(cell), x, above ? y + labelHeight : y);
    }

    private void drawTile(Canvas canvas, Tile tile, int x, int y) {
        int width = tile.drawing().width() * zoom;
        int height = tile.drawing().height() * zoom;
        int left = x + (grid.cellWidth() - width) / 2;
        int top = y + (tileHeight - height) / 2;
        canvas.draw(tile.drawing(), left, top, zoom);
        if (tile.dead()) {
            drawCross(canvas, left + width / 2, top + height / 2, Math.min(width, height));
        }
    }

    /** A small cross in a colour that no map has, at most 14 pixels wide. */
    private void drawCross(Canvas canvas, int x, int y, int side) {
        int arm = Math.min(6, side / 6);
        int stroke = arm < 4 ? 1 : 2;
        canvas.cross(x, y, arm, stroke, theme.mark());
    }
}
