package org.zfscope.viz.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.zfscope.viz.render.Mark.Anchor;

/**
 * Lines of text to draw.
 *
 * @param zoom how many pixels wide and high a dot is
 */
record Text(List<String> lines, int zoom) {

    private static final String CUT = "..";

    /** So many letters are never cut, as there would be nothing left of them. */
    private static final int FEW = 4;

    /** Each line of at most so many pixels; longer ones lose their middle, as both ends of a name tell more. */
    static Text cut(String text, int pixels, int zoom) {
        return new Text(
                drawable(text).stream().map(line -> cutLine(line, pixels, zoom)).toList(), zoom);
    }

    private static String cutLine(String line, int pixels, int zoom) {
        List<String> letters = TextLine.letters(line);
        if (letters.size() <= FEW || width(line, zoom) <= pixels) {
            return line;
        }
        int fits = FEW - CUT.length();
        int tooMany = letters.size();
        while (tooMany - fits > 1) {
            int kept = (fits + tooMany) / 2;
            if (width(without(letters, kept), zoom) <= pixels) {
                fits = kept;
            } else {
                tooMany = kept;
            }
        }
        return without(letters, fits);
    }

    /** Without the middle: so many letters are kept, half of them at either end. */
    private static String without(List<String> letters, int kept) {
        int size = letters.size();
        return String.join("", letters.subList(0, kept - kept / 2))
                + CUT
                + String.join("", letters.subList(size - kept / 2, size));
    }

    /** Broken at spaces and between signs, so that lines have at most so many pixels where words allow that. */
    static Text wrapped(String text, int pixels, int zoom) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : drawable(text)) {
            String line = "";
            for (String word : paragraph.split(" ", -1)) {
                String between = line.isEmpty() ? "" : " ";
                for (String part : Signs.parts(word)) {
                    String longer = line + between + part;
                    boolean fits = line.isEmpty() || width(longer, zoom) <= pixels;
                    if (!fits) {
                        lines.add(line);
                    }
                    line = fits ? longer : part;
                    between = "";
                }
            }
            lines.add(line);
        }
        return new Text(lines, zoom);
    }

    private static List<String> drawable(String text) {
        return text.lines()
                .map(line -> TextLine.drawable(line, SystemFonts.get()))
                .toList();
    }

    private static int width(String line, int zoom) {
        return TextLine.of(line, zoom).width();
    }

    int width() {
        return drawn().stream().mapToInt(TextLine::width).max().orElse(0);
    }

    int height() {
        int height = drawn().stream().mapToInt(line -> line.height() + zoom).sum();
        return Math.max(0, height - zoom);
    }

    /** Rows of the first line that reach higher than the built-in letters. */
    int rise() {
        return drawn().stream().findFirst().map(TextLine::rise).orElse(0);
    }

    /** Draws the lines, centred in {@code space} pixels. */
    void drawCentred(Canvas canvas, int x, int y, int space, int colour) {
        draw(canvas, y, line -> x + (space - line.width()) / 2, Anchor.MIDDLE, colour);
    }

    /** Draws the lines so that they end at {@code right}. */
    void drawEnding(Canvas canvas, int right, int y, int colour) {
        draw(canvas, y, line -> right - line.width(), Anchor.END, colour);
    }

    void draw(Canvas canvas, int x, int y, int colour) {
        draw(canvas, y, line -> x, Anchor.START, colour);
    }

    private void draw(Canvas canvas, int y, ToIntFunction<TextLine> left, Anchor anchor, int colour) {
        int top = y;
        for (TextLine line : drawn()) {
            canvas.write(line, left.applyAsInt(line), top, anchor, colour);
            top += line.height() + zoom;
        }
    }

    private List<TextLine> drawn() {
        return lines.stream().map(line -> TextLine.of(line, zoom)).toList();
    }
}
