package org.zfscope.models.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.zfscope.models.tensor.Tensor;

/** What PyTorch noted of a layer's output, against maps. */
public final class GoldenLayers {

    private GoldenLayers() {}

    /** Compares shape, maximum, mean, deviation and some values. */
    public static void check(JsonNode expected, Tensor maps) {
        String layer = expected.get("layer").asText();
        JsonNode sides = expected.get("shape");
        assertThat(maps.shape().channels()).as(layer).isEqualTo(sides.get(1).asInt());
        assertThat(maps.shape().height()).as(layer).isEqualTo(sides.path(2).asInt(1));
        assertThat(maps.shape().width()).as(layer).isEqualTo(sides.path(3).asInt(1));
        double max = Float.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        for (float v : maps.values()) {
            max = Math.max(max, v);
            sum += v;
            squares += (double) v * v;
        }
        double mean = sum / maps.values().length;
        double tolerance = Math.max(1e-5, 1e-4 * maps.maxAbs());
        assertThat(max).as(layer).isCloseTo(expected.get("max").asDouble(), within(tolerance));
        assertThat(mean).as(layer).isCloseTo(expected.get("mean").asDouble(), within(tolerance));
        assertThat(Math.sqrt(squares / maps.values().length - mean * mean))
                .as(layer)
                .isCloseTo(expected.get("std").asDouble(), within(tolerance));
        for (JsonNode sample : expected.get("samples")) {
            assertThat((double) maps.values()[sample.get(0).asInt()])
                    .as(layer + sample)
                    .isCloseTo(sample.get(1).asDouble(), within(tolerance));
        }
    }
}
