package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.DoubleStream;
import org.zfscope.models.load.OneLine;

/** The settings of a Keras layer, as its JSON has them. An entry that is null counts as missing, as Keras writes both. */
record KerasConfig(JsonNode json) {

    /** A layer's settings that are none. */
    static KerasConfig empty() {
        return new KerasConfig(JsonNodeFactory.instance.objectNode());
    }

    boolean has(String entry) {
        return json.hasNonNull(entry);
    }

    /** The settings within an entry. */
    KerasConfig within(String entry) {
        return new KerasConfig(json.path(entry));
    }

    String text(String entry, String absent) {
        return has(entry) && json.get(entry).isTextual() ? json.get(entry).textValue() : absent;
    }

    boolean flag(String entry, boolean absent) {
        return has(entry) ? json.get(entry).asBoolean() : absent;
    }

    int integer(String entry, int absent) {
        return has(entry) ? whole(entry, plain(json.get(entry))) : absent;
    }

    /** A finite number. */
    double number(String entry, double absent) {
        if (!has(entry)) {
            return absent;
        }
        double[] all = numbers(entry);
        if (all.length != 1) {
            throw wrong(say("models.keras-config.number"), entry);
        }
        return all[0];
    }

    /** All numbers of an entry, however deep in lists they lie; a single one counts as a list of it. */
    double[] numbers(String entry) {
        DoubleStream.Builder all = DoubleStream.builder();
        collect(plain(json.path(entry)), entry, all);
        return all.build().toArray();
    }

    private void collect(JsonNode value, String entry, DoubleStream.Builder all) {
        if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            all.add(value.doubleValue());
        } else if (value.isArray()) {
            value.forEach(item -> collect(plain(item), entry, all));
        } else {
            throw wrong(say("models.keras-config.numbers"), entry);
        }
    }

    /** Whole numbers of a list; a single one counts as a list of it, a missing entry as an empty one. */
    int[] integers(String entry) {
        if (!has(entry)) {
            return new int[0];
        }
        JsonNode list = plain(json.get(entry));
        if (!list.isArray()) {
            return new int[] {whole(entry, list)};
        }
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = whole(entry, plain(list.get(i)));
        }
        return values;
    }

    /** Two whole numbers, for rows and columns; one stands for both. */
    int[] pair(String entry, int... absent) {
        int[] values = integers(entry);
        if (values.length == 0) {
            return absent;
        }
        if (values.length > 2) {
            throw wrong(say("models.keras-config.pair"), entry);
        }
        return values.length == 2 ? values : new int[] {values[0], values[0]};
    }

    private int whole(String entry, JsonNode value) {
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw wrong(say("models.keras-config.whole"), entry);
        }
        return value.intValue();
    }

    /** A value without the wrappings that Keras puts around tuples, NumPy's numbers and tensors. */
    static JsonNode plain(JsonNode node) {
        JsonNode value = node;
        for (int i = 0; i < 4 && value.isObject(); i++) {
            if (value.has("items")) {
                value = value.get("items");
            } else if (value.has("value")) {
                value = value.get("value");
            } else {
                value = value.path("config");
            }
        }
        return value;
    }

    private IllegalArgumentException wrong(String expected, String entry) {
        String found = json.has(entry) ? OneLine.of(brief(json.get(entry).toString())) : "nothing";
        return new IllegalArgumentException(say("models.keras-config.expected", entry, expected, found));
    }

    private static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
