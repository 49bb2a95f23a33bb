package org.zfscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.tensor.Tensor;

/** Preprocessing as describe prints it for machines, in the words of the model card. */
final class PreprocessingJson {

    private PreprocessingJson() {}

    static Map<String, Object> of(Preprocessing preprocessing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("channels", word(preprocessing.channels()));
        json.put("fit", word(preprocessing.fit()));
        json.put("shortSide", preprocessing.shortSide());
        json.put("mean", values(preprocessing.mean()));
        json.put("scale", values(preprocessing.scale()));
        if (!preprocessing.part().isWhole()) {
            json.put("part", preprocessing.part().toString());
        }
        json.put("source", word(preprocessing.source()));
        return json;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** One number a channel; of a mean picture only its shape. */
    private static Object values(Tensor tensor) {
        if (!tensor.shape().isFlat()) {
            return Map.of(
                    "shape",
                    List.of(
                            tensor.shape().channels(),
                            tensor.shape().height(),
                            tensor.shape().width()));
        }
        List<Float> values = new ArrayList<>();
        for (float v : tensor.values()) {
            values.add(v);
        }
        return values;
    }
}
