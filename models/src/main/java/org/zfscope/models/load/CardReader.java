package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** JSON to model cards. A misspelt entry is refused, for ignoring it would change what the network sees. */
final class CardReader {

    private static final int MAX_LABELS = 100_000;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_SIDE = 10_000;

    /** The last three belong to other readers of a zip's {@code zfscope.json}. */
    private static final String[] ENTRIES = {"name", "preprocessing", "labels", "architecture", "layers", "training"};

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Path file;

    CardReader(Path file) {
        this.file = file;
    }

    ModelCard read(byte[] json) {
        if (json.length > ModelCard.MAX_BYTES) {
            throw wrong(say("models.card-reader.bytes-too-much-most", json.length, ModelCard.MAX_BYTES));
        }
        JsonNode root = known(tree(json), say("models.card-reader.card"), ENTRIES);
        Optional<String> name = root.has("name") ? Optional.of(text(root.get("name"), "name")) : Optional.empty();
        Optional<Preprocessing> preprocessing =
                root.has("preprocessing") ? Optional.of(preprocessing(root.get("preprocessing"))) : Optional.empty();
        return new ModelCard(name, preprocessing, root.has("labels") ? labels(root.get("labels")) : List.of());
    }

    private JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw wrong(say(
                    "models.card-reader.json",
                    e.getOriginalMessage().lines().findFirst().orElse("unreadable"),
                    at(e)));
        } catch (IOException e) {
            throw wrong(say("models.card-reader.unreadable", e));
        }
    }

    private static String at(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : say("models.card-reader.line", e.getLocation().getLineNr());
    }

    private Preprocessing preprocessing(JsonNode given) {
        JsonNode node = known(given, "preprocessing", "channels", "fit", "shortSide", "mean", "scale");
        Channels channels = choice(node, "channels", Channels.values());
        Fit fit = node.has("fit") ? choice(node, "fit", Fit.values()) : Fit.CROP;
        int shortSide = node.has("shortSide") ? whole(node.get("shortSide"), "shortSide", 0) : 0;
        Tensor mean = node.has("mean") ? mean(node.get("mean")) : each(channels, 0);
        Tensor scale = node.has("scale") ? perChannel(node.get("scale"), "scale") : each(channels, 1);
        try {
            return new Preprocessing(channels, fit, shortSide, mean, scale, Preprocessing.Source.FILE);
        } catch (IllegalArgumentException e) {
            throw wrong(OneLine.message(e));
        }
    }

    private Tensor mean(JsonNode node) {
        if (node.isArray()) {
            return perChannel(node, "mean");
        }
        known(node, "mean", "shape", "values");
        JsonNode sides = node.path("shape");
        if (sides.size() != 3) {
            throw wrong(say("models.card-reader.mean-picture-needs-shape"));
        }
        Shape shape = new Shape(
                whole(sides.get(0), "shape", 1), whole(sides.get(1), "shape", 1), whole(sides.get(2), "shape", 1));
        float[] values = floats(node.path("values"), "values");
        if (values.length != (long) shape.channels() * shape.height() * shape.width()) {
            throw wrong(say("models.card-reader.mean-picture-values", shape, values.length));
        }
        return new Tensor(shape, values);
    }

    private Tensor perChannel(JsonNode node, String entry) {
        float[] values = floats(node, entry);
        if (values.length == 0) {
            throw wrong(say("models.card-reader.needs-number-each-channel", entry));
        }
        return new Tensor(Shape.flat(values.length), values);
    }

    private static Tensor each(Channels channels, float value) {
        float[] values = new float[channels.count()];
        Arrays.fill(values, value);
        return new Tensor(Shape.flat(values.length), values);
    }

    private float[] floats(JsonNode node, String entry) {
        float[] values = new float[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.path(i).isNumber() ? node.path(i).floatValue() : Float.NaN;
            if (!Float.isFinite(values[i])) {
                throw wrong(say("models.card-reader.needs-array-finite-numbers", entry, brief(node.path(i))));
            }
        }
        return values;
    }

    private int whole(JsonNode node, String entry, int least) {
        if (!node.isInt() || node.intValue() < least || node.intValue() > MAX_SIDE) {
            throw wrong(say("models.card-reader.needs-whole-numbers", entry, least, MAX_SIDE, brief(node)));
        }
        return node.intValue();
    }

    private <E extends Enum<E>> E choice(JsonNode node, String entry, E[] values) {
        String given = node.path(entry).asText();
        return Arrays.stream(values)
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> wrong(say(
                        "models.card-reader.one",
                        entry,
                        Arrays.toString(values).toLowerCase(Locale.ROOT),
                        brief(node.path(entry)))));
    }

    private List<String> labels(JsonNode node) {
        if (!node.isArray() || node.size() > MAX_LABELS) {
            throw wrong(say("models.card-reader.labels-array-most-texts", MAX_LABELS, brief(node)));
        }
        List<String> labels = new ArrayList<>();
        node.forEach(label -> labels.add(text(label, "labels")));
        return labels;
    }

    private String text(JsonNode node, String entry) {
        if (!node.isTextual() || node.textValue().length() > MAX_TEXT) {
            throw wrong(say("models.card-reader.needs-texts-most-characters", entry, MAX_TEXT, brief(node)));
        }
        return node.textValue();
    }

    private JsonNode known(JsonNode node, String what, String... entries) {
        if (!node.isObject()) {
            throw wrong(say("models.card-reader.json-object", what, brief(node)));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!Arrays.asList(entries).contains(entry.getKey())) {
                throw wrong(say("models.card-reader.has-entries", what, Arrays.toString(entries), entry.getKey()));
            }
        }
        return node;
    }

    private static String brief(JsonNode node) {
        String text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private InputException wrong(String problem) {
        return InputException.in(file, say("models.card-reader.model-card", problem.replaceAll("\\p{Cntrl}", " ")));
    }
}
