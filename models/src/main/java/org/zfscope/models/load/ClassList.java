package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Names of classes as people and programs write them, in the order of a network's classes:
 *
 * <ul>
 *   <li>one a line, with or without a WordNet number ({@code n01440764 tench}) or an index and a colon before it;
 *   <li>a JSON array, {@code ["tench", "goldfish"]};
 *   <li>a JSON object by index, {@code {"0": "tench"}}, Keras' {@code {"0": ["n01440764", "tench"]}}, or by name, {@code
 *       {"tench": 0}};
 *   <li>one of these within an object under a name such as {@code id2label}, {@code names}, {@code classes};
 *   <li>the same as Python prints it, {@code {0: 'tench'}}, which is how Ultralytics puts it into ONNX files.
 * </ul>
 */
public final class ClassList {

    private static final int MAX_CLASSES = 100_000;

    private static final List<String> WITHIN =
            List.of("id2label", "names", "classes", "labels", "class_names", "label_names", "categories");

    private static final JsonMapper PYTHON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ClassList() {}

    /**
     * The names; none if there are none.
     *
     * @throws IllegalArgumentException if the text begins as JSON does, but is no list of names
     */
    public static List<String> parse(String text) {
        String stripped = text.replace("\uFEFF", "").strip();
        return stripped.startsWith("{") || stripped.startsWith("[") ? names(tree(stripped)) : lines(stripped);
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^(n\\d{8}|\\d{1,6}:)\\s+", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static JsonNode tree(String text) {
        try {
            return PYTHON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(say("models.class-list.json", OneLine.of(e.getOriginalMessage())), e);
        }
    }

    private static List<String> names(JsonNode node) {
        if (node.isArray()) {
            return bounded(stream(node).map(ClassList::name).toList());
        }
        for (String key : WITHIN) {
            if (node.path(key).isContainerNode() && node.path(key).size() > 0) {
                return names(node.path(key));
            }
        }
        return node.isObject() && node.size() > 0 ? byIndex(node) : List.of();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> all = new ArrayList<>();
        array.forEach(all::add);
        return all.stream();
    }

    /** From index to name or from name to index; indexes begin with 0 and leave none out. */
    private static List<String> byIndex(JsonNode object) {
        Map<Integer, String> ordered = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            boolean nameFirst = entry.getValue().isInt();
            String index = nameFirst ? entry.getValue().asText() : entry.getKey();
            if (!index.matches("\\d{1,6}")) {
                throw unknown(entry.getKey());
            }
            ordered.put(Integer.parseInt(index), nameFirst ? entry.getKey() : name(entry.getValue()));
        }
        for (int i = 0; i < object.size(); i++) {
            if (!ordered.containsKey(i)) {
                throw new IllegalArgumentException(say("models.class-list.index", i, object.size()));
            }
        }
        return bounded(List.copyOf(ordered.values()));
    }

    /** A text, or the last of a WordNet number and a name. */
    private static String name(JsonNode node) {
        JsonNode last = node.isArray() && node.size() > 0 ? node.get(node.size() - 1) : node;
        if (!last.isTextual() && !last.isIntegralNumber()) {
            throw unknown(node);
        }
        return last.asText().strip();
    }

    private static IllegalArgumentException unknown(Object found) {
        return new IllegalArgumentException(say("models.class-list.entry", OneLine.of(found)));
    }

    private static List<String> bounded(List<String> names) {
        if (names.size() > MAX_CLASSES) {
            throw new IllegalArgumentException(say("models.class-list.too-many", names.size(), MAX_CLASSES));
        }
        return names;
    }
}
