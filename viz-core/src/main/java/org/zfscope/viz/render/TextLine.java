package org.zfscope.viz.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line of text as it is drawn: built-in letters one by one, others together as the system's fonts draw them.
 *
 * @param runs single built-in letters, and runs of others
 * @param zoom how many pixels wide and high a dot of the built-in letters is
 */
record TextLine(List<String> runs, int zoom) {

    TextLine {
        runs = List.copyOf(runs);
    }

    /** Rows of the built-in letters above and below the line that they stand on. */
    private static final int ABOVE = 7;

    private static final int BELOW = Font.HEIGHT - ABOVE;

    /** A letter with all that is written above and below it. */
    private static final Pattern LETTER = Pattern.compile("\\X");

    static TextLine of(String line, int zoom) {
        List<String> letters = letters(line);
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < letters.size(); ) {
            int end = end(letters, i);
            runs.add(String.join("", letters.subList(i, end)));
            i = end;
        }
        return new TextLine(runs, zoom);
    }

    /** Where the run ends that begins at a letter. */
    private static int end(List<String> letters, int begin) {
        int end = begin + 1;
        for (int i = end; !builtIn(letters.get(begin)) && i < letters.size(); i++) {
            boolean joins = !builtIn(letters.get(i)) && SystemFonts.get().together(letters.get(begin), letters.get(i));
            if (joins) {
                end = i + 1;
            } else if (!letters.get(i).equals(" ") || !runsToTheLeft(letters.get(begin))) {
                break;
            }
        }
        return end;
    }

    /** Of such letters a whole phrase is one run, spaces too, as its first word stands at the right. */
    private static boolean runsToTheLeft(String letter) {
        byte direction = Character.getDirectionality(letter.codePointAt(0));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    static List<String> letters(String line) {
        boolean plain = line.chars().allMatch(Font::has);
        return plain
                ? line.chars().mapToObj(Character::toString).toList()
                : LETTER.matcher(line).results().map(MatchResult::group).toList();
    }

    private static boolean builtIn(String letter) {
        return letter.length() == 1 && Font.has(letter.charAt(0));
    }

    /** Only what can be drawn: what no font has loses its accents, and becomes a box where that does not help. */
    static String drawable(String line, SystemFonts fonts) {
        StringBuilder drawable = new StringBuilder();
        for (String letter : letters(Normalizer.normalize(line, Normalizer.Form.NFC))) {
            boolean known = builtIn(letter) || (!Character.isISOControl(letter.codePointAt(0)) && fonts.has(letter));
            drawable.append(known ? letter : bare(letter));
        }
        return drawable.toString();
    }

    private static String bare(String letter) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(letter, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .codePoints()
                .forEach(c -> bare.appendCodePoint(Font.has(c) ? c : Font.BOX));
        return bare.toString();
    }

    int width() {
        int width = runs.stream().mapToInt(this::advance).sum();
        return Math.max(0, width - zoom);
    }

    private int width(String run) {
        return builtIn(run)
                ? Font.WIDTH * zoom
                : SystemFonts.get().ink(run, zoom).width();
    }

    /** From where a run begins to where the next one does. */
    int advance(String run) {
        return width(run) + zoom;
    }

    /** All runs. */
    String text() {
        return String.join("", runs);
    }

    /** Rows above the line that the letters stand on, at least those of the built-in ones. */
    int above() {
        return inks().stream().mapToInt(Ink::baseline).reduce(ABOVE * zoom, Math::max);
    }

    /** Rows that reach higher than the built-in letters. */
    int rise() {
        return above() - ABOVE * zoom;
    }

    int height() {
        return above()
                + inks().stream().mapToInt(i -> i.height() - i.baseline()).reduce(BELOW * zoom, Math::max);
    }

    private List<Ink> inks() {
        return runs.stream()
                .filter(run -> !builtIn(run))
                .map(run -> SystemFonts.get().ink(run, zoom))
                .toList();
    }

    /** Draws the line with its highest row at {@code y}. */
    void draw(Raster raster, int x, int y, int colour) {
        int base = y + above();
        int at = x;
        for (String run : runs) {
            if (builtIn(run)) {
                drawDots(raster, run.charAt(0), at, base - ABOVE * zoom, colour);
            } else {
                SystemFonts.get().ink(run, zoom).draw(raster, at, base, colour);
            }
            at += advance(run);
        }
    }

    private void drawDots(Raster raster, char letter, int x, int y, int colour) {
        for (int row = 0; row < Font.HEIGHT; row++) {
            for (int column = 0; column < Font.WIDTH; column++) {
                if (Font.dot(letter, column, row)) {
                    raster.fill(x + column * zoom, y + row * zoom, zoom, zoom, colour);
                }
            }
        }
    }
}
