package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.zfscope.models.tensor.Shape;

/** What a name in an ONNX graph stands for. */
sealed interface OnnxValue {

    /**
     * The output of a layer.
     *
     * @param rank 4 for [batch, channels, height, width]; 2 or 3 where the graph has dropped sides of one position
     */
    record Maps(String layer, Shape shape, int rank) implements OnnxValue {

        /** The same numbers under another rank. */
        Maps ranked(int other) {
            return new Maps(layer, shape, other);
        }
    }

    /** Weights: finite numbers, as long as {@code dims} say, read-only. */
    record Floats(String name, long[] dims, FloatBuffer data) implements OnnxValue {

        float[] values() {
            float[] values = new float[data.capacity()];
            data.duplicate().rewind().get(values);
            return values;
        }
    }

    /** Whole numbers: shapes, axes and paddings on their way to a layer. No dims: a single number. */
    record Ints(String name, long[] dims, long[] data) implements OnnxValue {}

    /** How messages call it. */
    default String described() {
        if (this instanceof Maps maps) {
            return say("models.onnx-value.output-layer", maps.shape(), maps.layer());
        }
        return this instanceof Floats floats
                ? say("models.onnx-value.constant-dims", floats.name(), Arrays.toString(floats.dims()))
                : say("models.onnx-value.whole-numbers");
    }
}
