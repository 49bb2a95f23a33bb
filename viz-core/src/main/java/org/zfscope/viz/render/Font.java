package org.zfscope.viz.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The letters, 5 dots wide and 7 high with 2 more for descenders, of ASCII. Own dots and not the system's fonts, so that
 * pictures are the same on every machine, also on one without fonts. {@link SystemFonts} have the letters of all others.
 */
final class Font {

    static final int WIDTH = 5;
    static final int HEIGHT = 9;

    /** {@code font.txt} has 16 letters side by side, one column apart, in blocks of 9 lines and an empty one. */
    private static final int PER_BLOCK = 16;

    private static final List<String> LINES = read();
    private static final int FIRST = ' ';

    /** Stands for every letter that the font lacks. */
    static final int BOX = 127;

    private Font() {}

    static boolean has(int letter) {
        return letter >= FIRST && letter <= BOX;
    }

    /** Whether a letter has a dot there. */
    static boolean dot(int letter, int x, int y) {
        int index = (has(letter) ? letter : BOX) - FIRST;
        String line = LINES.get(index / PER_BLOCK * (HEIGHT + 1) + y);
        return line.charAt(index % PER_BLOCK * (WIDTH + 1) + x) == '#';
    }

    private static List<String> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Font.class.getResourceAsStream("font.txt")), StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
