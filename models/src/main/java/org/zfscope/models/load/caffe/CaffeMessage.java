package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.load.OneLine;

/**
 * A piece of a net as it was written, in text or in binary: values by the names of their fields, in the order in which they
 * came. Values are kept as text and are looked at when somebody asks for them, for a net may say much that does not matter.
 */
final class CaffeMessage {

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<CaffeMessage>> messages = new LinkedHashMap<>();
    private final Map<String, List<ByteBuffer>> arrays = new LinkedHashMap<>();

    // while it is read

    void put(String field, String value) {
        texts.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
    }

    void put(String field, CaffeMessage value) {
        messages.computeIfAbsent(field, f -> new ArrayList<>()).add(value);
    }

    /** Numbers as they lie in the file, lowest byte first. */
    void put(String field, ByteBuffer numbers) {
        arrays.computeIfAbsent(field, f -> new ArrayList<>()).add(numbers);
    }

    // afterwards

    boolean has(String field) {
        return texts.containsKey(field) || messages.containsKey(field) || arrays.containsKey(field);
    }

    /** Whether nothing but these fields is there, and at least one of them. */
    boolean hasOnly(Set<String> fields) {
        return !(texts.isEmpty() && messages.isEmpty())
                && fields.containsAll(texts.keySet())
                && fields.containsAll(messages.keySet());
    }

    List<String> texts(String field) {
        return List.copyOf(texts.getOrDefault(field, List.of()));
    }

    /** All fields of text, for those that are to be copied. */
    Map<String, List<String>> texts() {
        return Map.copyOf(texts);
    }

    List<CaffeMessage> messages(String field) {
        return List.copyOf(messages.getOrDefault(field, List.of()));
    }

    List<ByteBuffer> arrays(String field) {
        return List.copyOf(arrays.getOrDefault(field, List.of()));
    }

    /** The message of that field; an empty one where there is none. Of several the last counts, as everywhere in protobuf. */
    CaffeMessage message(String field) {
        List<CaffeMessage> all = messages(field);
        return all.isEmpty() ? new CaffeMessage() : all.get(all.size() - 1);
    }

    Optional<String> text(String field) {
        List<String> all = texts(field);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    String text(String field, String absent) {
        return text(field).orElse(absent);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is none, or needs more than 32 bits
     */
    int integer(String field, int absent) {
        return text(field).map(t -> integer(field, t)).orElse(absent);
    }

    List<Integer> integers(String field) {
        return texts(field).stream().map(t -> integer(field, t)).toList();
    }

    private static int integer(String field, String text) {
        try {
            return Math.toIntExact(Long.decode(text));
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong(field, say("models.caffe-message.whole-number"), text, e);
        }
    }

    float real(String field, float absent) {
        return text(field).map(t -> real(field, t)).orElse(absent);
    }

    List<Float> reals(String field) {
        return texts(field).stream().map(t -> real(field, t)).toList();
    }

    /** Caffe's text may write floats as {@code 1.5f}. */
    private static float real(String field, String text) {
        try {
            float value = Float.parseFloat(text);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(field, say("models.caffe-message.number"), text, e);
        }
        throw wrong(field, say("models.caffe-message.number"), text, null);
    }

    boolean flag(String field, boolean absent) {
        return text(field)
                .map(t -> switch (t) {
                    case "true", "True", "t", "1" -> true;
                    case "false", "False", "f", "0" -> false;
                    default -> throw wrong(field, say("models.caffe-message.true-or-false"), t, null);
                })
                .orElse(absent);
    }

    /** One of some words, or the number that stands for it. */
    String choice(String field, String... words) {
        String given = text(field, words[0]);
        for (int i = 0; i < words.length; i++) {
            if (given.equals(words[i]) || given.equals(Integer.toString(i))) {
                return words[i];
            }
        }
        throw wrong(field, String.join(", ", words), given, null);
    }

    private static IllegalArgumentException wrong(
            String field, String expected, String found, @Nullable Exception cause) {
        return new IllegalArgumentException(
                say("models.caffe-message.field", OneLine.of(field), expected, OneLine.of(found)), cause);
    }
}
