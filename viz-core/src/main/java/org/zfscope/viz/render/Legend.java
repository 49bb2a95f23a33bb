package org.zfscope.viz.render;

import java.util.List;

/** What colours stand for: a patch of each with words beside it, one below the other. */
public record Legend(List<Entry> entries) {

    private static final int SIDE = 10;
    private static final int GAP = 4;

    /** A colour, 0xRRGGBB, and what it stands for. */
    public record Entry(int colour, String text) {}

    public Legend {
        entries = List.copyOf(entries);
    }

    /** As wide as asked; words that are longer lose their middle. */
    public Drawing draw(int width, Theme theme) {
        return draw(width, 1, theme);
    }

    /** With letters and patches so many times as large. */
    public Drawing draw(int width, int zoom, Theme theme) {
        int side = zoom * SIDE;
        int gap = zoom * GAP;
        Canvas canvas = new Canvas(width, (long) Math.max(1, entries.size()) * (side + gap), theme.paper());
        for (int i = 0; i < entries.size(); i++) {
            int y = i * (side + gap);
            canvas.fill(0, y, side, side, entries.get(i).colour());
            Text text = Text.cut(entries.get(i).text(), width - side - gap, zoom);
            text.draw(canvas, side + gap, y + (side - zoom * Font.HEIGHT) / 2, theme.ink());
        }
        return canvas.drawing();
    }
}
