package org.zfscope.models.load.safetensors;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.zoo.torchvision.Sides;

/**
 * The JSON at the beginning of a safetensors file: an object with an entry for each tensor, {@code {"dtype": "F32", "shape":
 * [64, 3, 7, 7], "data_offsets": [0, 37632]}}, and perhaps one of texts, {@code __metadata__}.
 */
record Header(Map<String, Entry> tensors, Map<String, String> metadata) {

    private static final String METADATA = "__metadata__";
    private static final int MAX_RANK = 8;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /**
     * Reads and checks a header.
     *
     * @param bytes that lie behind it
     * @throws IllegalArgumentException if it is not one, or its tensors do not lie one behind the other from the first of
     *     these bytes to the last, as the format demands
     */
    static Header parse(byte[] json, long bytes) {
        JsonNode root = tree(json);
        Map<String, Entry> tensors = new LinkedHashMap<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (field.getKey().equals(METADATA)) {
                field.getValue()
                        .properties()
                        .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
            } else {
                tensors.put(field.getKey(), entry(field.getKey(), field.getValue()));
            }
        }
        requireNoHoles(tensors, bytes);
        return new Header(tensors, metadata);
    }

    private static JsonNode tree(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(say("models.header.json", OneLine.of(e.getMessage())), e);
        }
        throw new IllegalArgumentException(say("models.header.object"));
    }

    private static Entry entry(String name, JsonNode node) {
        long[] shape = numbers(node.path("shape"));
        long[] offsets = numbers(node.path("data_offsets"));
        if (!node.path("dtype").isTextual()
                || !node.path("shape").isArray()
                || shape.length > MAX_RANK
                || offsets.length != 2) {
            throw new IllegalArgumentException(say("models.header.entry", OneLine.of(name), OneLine.of(node)));
        }
        Entry entry = new Entry(node.path("dtype").textValue(), Sides.of(shape), offsets[0], offsets[1]);
        requireSize(name, entry);
        return entry;
    }

    /** Whole numbers from 0 up; an array of one number too many where there is something else. */
    private static long[] numbers(JsonNode array) {
        LongStream.Builder numbers = LongStream.builder();
        for (JsonNode number : array) {
            if (!number.canConvertToLong() || !number.isIntegralNumber() || number.longValue() < 0) {
                return new long[MAX_RANK + 1];
            }
            numbers.add(number.longValue());
        }
        return numbers.build().toArray();
    }

    private static void requireSize(String name, Entry entry) {
        NumberType.named(entry.type()).ifPresent(type -> {
            long expected = bytes(name, entry.sides(), type);
            if (expected != entry.end() - entry.begin()) {
                throw new IllegalArgumentException(say(
                        "models.header.size",
                        OneLine.of(name),
                        entry.type(),
                        entry.sides(),
                        expected,
                        entry.end() - entry.begin()));
            }
        });
    }

    private static long bytes(String name, Sides sides, NumberType type) {
        try {
            return Math.multiplyExact(sides.count(), type.bytes());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(say("models.header.too-large", OneLine.of(name), sides), e);
        }
    }

    private static void requireNoHoles(Map<String, Entry> tensors, long bytes) {
        List<Map.Entry<String, Entry>> ordered = tensors.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Entry> e) -> e.getValue().begin())
                        .thenComparing(e -> e.getValue().end()))
                .toList();
        long end = 0;
        for (Map.Entry<String, Entry> each : ordered) {
            Entry entry = each.getValue();
            if (entry.begin() != end || entry.end() < entry.begin()) {
                throw new IllegalArgumentException(
                        say("models.header.hole", OneLine.of(each.getKey()), entry.begin(), entry.end(), end));
            }
            end = entry.end();
        }
        if (end != bytes) {
            throw new IllegalArgumentException(say("models.header.cut-off", end, bytes));
        }
    }
}
