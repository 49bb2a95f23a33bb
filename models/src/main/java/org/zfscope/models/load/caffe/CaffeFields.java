package org.zfscope.models.load.caffe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the numbers in a binary file of Caffe's stand for: the fields that zfscope reads, by message and number. */
final class CaffeFields {

    /**
     * A field.
     *
     * @param kind {@code text}, {@code int}, {@code bool}, {@code float}, {@code floats}, {@code doubles}, words for the
     *     numbers from 0 on with {@code |} between them, or the kind of message that it holds
     */
    record Field(String name, String kind) {}

    private static final Map<String, Map<Integer, Field>> ALL = read();

    private CaffeFields() {}

    /** Whether there is a message of that kind. */
    static boolean isMessage(String kind) {
        return ALL.containsKey(kind);
    }

    /** The field of a number; none where zfscope does not need it, or nobody knows it. */
    static Optional<Field> of(String message, int number) {
        return Optional.ofNullable(ALL.getOrDefault(message, Map.of()).get(number));
    }

    private static Map<String, Map<Integer, Field>> read() {
        try (InputStream in = CaffeFields.class.getResourceAsStream("fields.txt")) {
            if (in == null) {
                throw new IllegalStateException("the build left out fields.txt");
            }
            Map<String, Map<Integer, Field>> all = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(word -> all.computeIfAbsent(word[0], m -> new HashMap<>())
                            .put(Integer.valueOf(word[1]), new Field(word[2], word[3])));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
