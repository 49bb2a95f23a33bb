package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.zfscope.models.load.OneLine;

/** Protobuf's text form, word by word. Comments go from {@code #} to the line's end; commas and semicolons mean nothing. */
final class PrototxtTokens {

    private static final String MARKS = "{}<>:[]";

    private final String text;
    private int at;

    PrototxtTokens(String text) {
        this.text = text;
    }

    /** The next word without taking it; empty at the end. */
    Optional<String> peek() {
        int before = at;
        Optional<String> token = next();
        at = before;
        return token;
    }

    /** A mark, a name or number, or a string with its first quotation mark; empty at the end. */
    Optional<String> next() {
        skip();
        if (at >= text.length()) {
            return Optional.empty();
        }
        char first = text.charAt(at);
        if (MARKS.indexOf(first) >= 0) {
            at++;
            return Optional.of(String.valueOf(first));
        }
        return Optional.of(first == '"' || first == '\'' ? string(first) : word());
    }

    /** Takes the next word if it is this one. */
    boolean take(String expected) {
        boolean there = peek().filter(expected::equals).isPresent();
        if (there) {
            next();
        }
        return there;
    }

    /** The line that is read, from 1. */
    int line() {
        return 1
                + (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private void skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c) || c == ',' || c == ';' || c == '\uFEFF') {
                at++;
            } else {
                return;
            }
        }
    }

    private String word() {
        int from = at;
        while (at < text.length() && isPartOfWord(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw new IllegalArgumentException(
                    say("models.prototxt-tokens.stray", line(), OneLine.of(text.charAt(at))));
        }
        return text.substring(from, at);
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '+' || c == '/';
    }

    private String string(char quote) {
        StringBuilder value = new StringBuilder("\"");
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at >= text.length() || text.charAt(at) != quote) {
            throw new IllegalArgumentException(say("models.prototxt-tokens.string-without-end", line()));
        }
        at++;
        return value.toString();
    }

    /** What follows a backslash; other escapes than these have no place in a net. */
    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : '\\';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }
}
