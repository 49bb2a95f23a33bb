package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.words.Quantities;

/**
 * A convolution's weights: [filters, channels, height, width]. The array is only read.
 *
 * @param channels that each filter sees: with groups, those of one group
 */
public record FilterWeights(float[] weights, int filters, int channels, int height, int width) {

    public FilterWeights {
        if (filters < 1 || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    say("models.filter-weights.filters-need-positive-sides", shape(filters, channels, height, width)));
        }
        long expected = Math.multiplyExact((long) filters * channels, (long) height * width);
        if (weights.length != expected) {
            throw new IllegalArgumentException(say(
                    "models.filter-weights.needs-weights",
                    shape(filters, channels, height, width),
                    expected,
                    weights.length));
        }
    }

    /** A copy of a layer's weights. */
    public static FilterWeights of(Convolution layer) {
        Weights weights = layer.weights();
        return new FilterWeights(weights.values(), layer.filters(), weights.side(1), weights.side(2), weights.side(3));
    }

    /** Some of the filters, copied, in the order given. */
    public FilterWeights only(List<Integer> units) {
        int each = channels * height * width;
        float[] some = new float[Math.multiplyExact(units.size(), each)];
        for (int i = 0; i < units.size(); i++) {
            System.arraycopy(weights, units.get(i) * each, some, i * each, each);
        }
        return new FilterWeights(some, units.size(), channels, height, width);
    }

    private static String shape(int filters, int channels, int height, int width) {
        return Quantities.shape(filters, channels, height, width);
    }
}
