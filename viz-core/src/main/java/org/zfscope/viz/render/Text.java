package org.zfscope.viz.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of text to draw.
 *
 * @param zoom how many pixels wide and high a dot is
 */
record Text(List<String> lines, int zoom) {

    /** From dot to dot of two letters side by side, and of two lines. */
    private static final int ADVANCE = Font.WIDTH + 1;

    private static final int LINE = Font.HEIGHT + 1;
    private static final String CUT = "..";

    /** Each line of at most so many pixels; longer ones lose their middle, as both ends of a name tell more. */
    static Text cut(String text, int pixels, int zoom) {
        int most = Math.max(CUT.length() + 2, letters(pixels, zoom));
        return new Text(plain(text).lines().map(line -> cut(line, most)).toList(), zoom);
    }

    private static String cut(String line, int most) {
        if (line.length() <= most) {
            return line;
        }
        int left = most - CUT.length();
        return line.substring(0, left - left / 2) + CUT + line.substring(line.length() - left / 2);
    }

    /** Broken at spaces, so that lines have at most so many pixels where words allow that. */
    static Text wrapped(String text, int pixels, int zoom) {
        int most = letters(pixels, zoom);
        List<String> lines = new ArrayList<>();
        for (String paragraph : plain(text).lines().toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return new Text(lines, zoom);
    }

    /** The font has no accents, but letters without them are easier to read than boxes. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .codePoints()
                .map(c -> c == '\n' || Font.has(c) ? c : Font.BOX)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static int letters(int pixels, int zoom) {
        return (pixels / zoom + 1) / ADVANCE;
    }

    int width() {
        int most = lines.stream().mapToInt(String::length).max().orElse(0);
        return Math.max(0, most * ADVANCE - 1) * zoom;
    }

    int height() {
        return Math.max(0, lines.size() * LINE - 1) * zoom;
    }

    /** Draws the lines, centred in {@code space} pixels. */
    void drawCentred(Canvas canvas, int x, int y, int space, int colour) {
        for (int i = 0; i < lines.size(); i++) {
            int width = new Text(List.of(lines.get(i)), zoom).width();
            draw(canvas, lines.get(i), x + (space - width) / 2, y + i * LINE * zoom, colour);
        }
    }

    void draw(Canvas canvas, int x, int y, int colour) {
        for (int i = 0; i < lines.size(); i++) {
            draw(canvas, lines.get(i), x, y + i * LINE * zoom, colour);
        }
    }

    private void draw(Canvas canvas, String line, int x, int y, int colour) {
        for (int i = 0; i < line.length(); i++) {
            drawLetter(canvas, line.charAt(i), x + i * ADVANCE * zoom, y, colour);
        }
    }

    private void drawLetter(Canvas canvas, char letter, int x, int y, int colour) {
        for (int row = 0; row < Font.HEIGHT; row++) {
            for (int column = 0; column < Font.WIDTH; column++) {
                if (Font.dot(letter, column, row)) {
                    canvas.fill(x + column * zoom, y + row * zoom, zoom, zoom, colour);
                }
            }
        }
    }
}
