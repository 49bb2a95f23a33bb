package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.zfscope.models.tensor.Shape;

/** What a name in an ONNX graph stands for. */
sealed interface OnnxValue
        permits OnnxValue.Floats, OnnxValue.Ints, OnnxValue.Maps, OnnxValue.Several, OnnxPicked, OnnxView {

    /**
     * The output of a layer.
     *
     * @param sides what each axis of the graph's array is; sides of one position may be missing
     */
    record Maps(String layer, Shape shape, List<Side> sides) implements OnnxValue {

        public Maps {
            sides = List.copyOf(sides);
        }

        /** Axes of the graph's array: 4 for [batch, channels, height, width], 2 or 3 where it has dropped some. */
        int rank() {
            return sides.size();
        }

        /** Whether the axes come in the order batch, channels, rows, columns, some of the last missing. */
        boolean isPlain() {
            return rank() <= Side.PLAIN.size() && sides.equals(Side.PLAIN.subList(0, rank()));
        }

        /** What an axis is; negative ones count from the end. */
        Side side(int axis) {
            return sides.get(OnnxDims.axis(axis, rank()));
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

    /** All outputs of a node that has more than one, in its order. */
    record Several(List<OnnxValue> values) implements OnnxValue {}

    /** How messages call it. */
    default String described() {
        if (this instanceof Maps maps) {
            return say("models.onnx-value.output-layer", maps.shape(), maps.layer());
        }
        if (this instanceof OnnxPicked picked) {
            return say(
                    "models.onnx-value.picked",
                    Arrays.toString(picked.dims()),
                    picked.name(),
                    picked.base().layer());
        }
        if (this instanceof OnnxView view) {
            return say("models.onnx-value.array", Arrays.toString(view.dims()));
        }
        return this instanceof Floats floats
                ? say("models.onnx-value.constant-dims", floats.name(), Arrays.toString(floats.dims()))
                : say("models.onnx-value.whole-numbers");
    }
}
