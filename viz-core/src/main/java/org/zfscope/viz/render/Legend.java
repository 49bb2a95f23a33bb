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
        Canvas canvas = new Canvas(width, (long) Math.max(1, entries.size()) * (SIDE + GAP), theme.paper());
        for (int i = 0; i < entries.size(); i++) {
            int y = i * (SIDE + GAP);
            canvas.fill(0, y, SIDE, SIDE, entries.get(i).colour());
            Text text = Text.cut(entries.get(i).text(), width - SIDE - GAP, 1);
            text.draw(canvas, SIDE + GAP, y + (SIDE - Font.HEIGHT) / 2, theme.ink());
        }
        return canvas.drawing();
    }
}
