package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.zfscope.models.load.OneLine;

/** Reads protobuf's text form, whatever the fields are called. */
final class Prototxt {

    private static final int MAX_NESTING = 32;

    private final PrototxtTokens tokens;

    private Prototxt(String text) {
        this.tokens = new PrototxtTokens(text);
    }

    /**
     * The whole of a text.
     *
     * @throws IllegalArgumentException that names the line where it is no such text
     */
    static CaffeMessage read(String text) {
        return new Prototxt(text).fields("", 0);
    }

    /** Fields up to a closing mark, or to the end for the outermost message. */
    private CaffeMessage fields(String end, int depth) {
        if (depth > MAX_NESTING) {
            throw wrong(say("models.prototxt.nesting", MAX_NESTING));
        }
        CaffeMessage message = new CaffeMessage();
        for (Optional<String> name = tokens.next(); !name.equals(closing(end)); name = tokens.next()) {
            String field = name.orElseThrow(() -> wrong(say("models.prototxt.ends-inside", end)));
            if (!Character.isLetter(field.charAt(0)) && field.charAt(0) != '_') {
                throw wrong(say("models.prototxt.name-expected", OneLine.of(field)));
            }
            boolean colon = tokens.take(":");
            if (tokens.take("[")) {
                list(message, field, depth);
            } else {
                value(message, field, colon, depth);
            }
        }
        return message;
    }

    private static Optional<String> closing(String end) {
        return end.isEmpty() ? Optional.empty() : Optional.of(end);
    }

    private void list(CaffeMessage message, String field, int depth) {
        while (!tokens.take("]")) {
            value(message, field, true, depth);
        }
    }

    private void value(CaffeMessage message, String field, boolean colon, int depth) {
        String token = tokens.next().orElseThrow(() -> wrong(say("models.prototxt.value-expected", OneLine.of(field))));
        if (token.equals("{") || token.equals("<")) {
            message.put(field, fields(token.equals("{") ? "}" : ">", depth + 1));
        } else if (!colon || "}>:[]".contains(token)) {
            throw wrong(say("models.prototxt.value-expected", OneLine.of(field)));
        } else {
            message.put(field, token.startsWith("\"") ? strings(token) : token);
        }
    }

    /** Strings one after the other are one string. */
    private String strings(String first) {
        StringBuilder all = new StringBuilder(first.substring(1));
        while (tokens.peek().filter(t -> t.startsWith("\"")).isPresent()) {
            all.append(tokens.next().orElseThrow().substring(1));
        }
        return all.toString();
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(say("models.prototxt.line", tokens.line(), problem));
    }
}
