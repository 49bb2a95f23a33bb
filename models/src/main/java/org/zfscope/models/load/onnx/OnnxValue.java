package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
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

    /**
     * Numbers of a layer's output in another order. It becomes a layer when one takes it, and by then it often is what a
     * layer can do: PyTorch writes a channel shuffle as two reshapes and a transposition through five axes.
     *
     * @param name of the node that has made it
     * @param dims as the graph sees them, with one picture a batch
     * @param from for each number which one of the output it is
     * @param blank those that are zero instead; empty: none
     */
    record Picked(String name, Maps base, long[] dims, int[] from, boolean[] blank) implements OnnxValue {

        static Picked of(OnnxNode node, Maps maps) {
            int[] from = new int[maps.shape().size()];
            Arrays.setAll(from, i -> i);
            long[] dims = Arrays.copyOf(maps.shape().batch(1), maps.rank());
            return new Picked(node.name(), maps, dims, from, new boolean[0]);
        }

        Picked under(OnnxNode node, long... others) {
            return new Picked(node.name(), base, others, from, blank);
        }

        Picked picked(OnnxNode node, OnnxPicks picks) {
            int[] picked = new int[picks.at().length];
            boolean[] blanks = new boolean[blank.length == 0 ? 0 : picked.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = from[picks.at()[i]];
                if (blanks.length > 0) {
                    blanks[i] = blank[picks.at()[i]];
                }
            }
            return new Picked(node.name(), base, picks.dims(), picked, blanks);
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
        if (this instanceof Picked view) {
            return say(
                    "models.onnx-value.picked", Arrays.toString(view.dims()), view.name(), view.base().layer());
        }
        return this instanceof Floats floats
                ? say("models.onnx-value.constant-dims", floats.name(), Arrays.toString(floats.dims()))
                : say("models.onnx-value.whole-numbers");
    }
}
