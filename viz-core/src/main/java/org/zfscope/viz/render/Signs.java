package org.zfscope.viz.render;

import java.util.ArrayList;
import java.util.List;

/** The signs of Chinese and Japanese, which are written without spaces: lines may be broken between two of them. */
final class Signs {

    /** What must not begin a line. */
    private static final String CLOSING = "，。、；：？！）》」』】〉〕’”…ー々";

    /** What must not end one. */
    private static final String OPENING = "（《「『【〈〔‘“";

    private Signs() {}

    /** A word's parts that must stay together, in order; a word without signs is one part. */
    static List<String> parts(String word) {
        List<String> parts = new ArrayList<>();
        String part = "";
        for (String letter : TextLine.letters(word)) {
            if (!part.isEmpty() && mayBreak(part, letter)) {
                parts.add(part);
                part = "";
            }
            part += letter;
        }
        parts.add(part);
        return parts;
    }

    private static boolean mayBreak(String before, String after) {
        int last = before.codePointBefore(before.length());
        int next = after.codePointAt(0);
        return (isSign(last) || isSign(next)) && CLOSING.indexOf(next) < 0 && OPENING.indexOf(last) < 0;
    }

    /** Whether lines may be broken beside it; punctuation of such scripts counts. */
    static boolean isSign(int letter) {
        return Character.isIdeographic(letter)
                || (letter >= 0x3000 && letter <= 0x303F)
                || (letter >= 0xFF01 && letter <= 0xFF60)
                || switch (Character.UnicodeScript.of(letter)) {
                    case HIRAGANA, KATAKANA, BOPOMOFO -> true;
                    default -> false;
                };
    }
}
