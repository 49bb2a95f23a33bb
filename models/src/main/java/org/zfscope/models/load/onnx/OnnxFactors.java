package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Constants that are added to maps or multiply them.
 *
 * @param tensor spread over the maps as {@link org.zfscope.models.layer.Broadcast} says
 * @param channels of the maps
 */
record OnnxFactors(Tensor tensor, int channels) {

    /**
     * The constants as the maps' axes see them: NumPy aligns both at the end.
     *
     * @throws IllegalArgumentException if they have more axes than the maps, or several pictures
     */
    static OnnxFactors of(Floats floats, Maps maps) {
        long[] dims = floats.dims();
        int missing = maps.rank() - dims.length;
        if (floats.data().capacity() == 1 && missing < 0) {
            return of(new Shape(1, 1, 1), floats.values(), maps);
        }
        if (missing < 0) {
            throw new IllegalArgumentException(
                    say("models.onnx-factors.too-many-axes", floats.described(), maps.rank()));
        }
        long[] aligned = new long[maps.rank()];
        Arrays.fill(aligned, 1);
        System.arraycopy(dims, 0, aligned, missing, dims.length);
        Shape shape = new Shape(
                side(aligned, maps, Side.CHANNELS), side(aligned, maps, Side.ROWS), side(aligned, maps, Side.COLUMNS));
        if (shape.size() != floats.data().capacity()) {
            throw new IllegalArgumentException(say("models.onnx-factors.several-pictures", floats.described()));
        }
        return of(shape, inOrder(floats, aligned, maps), maps);
    }

    private static int side(long[] aligned, Maps maps, Side side) {
        int at = maps.sides().indexOf(side);
        return at < 0 ? 1 : Math.toIntExact(aligned[at]);
    }

    /** As maps lie in memory, whatever the order of the graph's axes. */
    private static float[] inOrder(Floats floats, long[] aligned, Maps maps) {
        float[] values = floats.values();
        if (maps.isPlain()) {
            return values;
        }
        int[] order = IntStream.range(0, maps.rank())
                .boxed()
                .sorted(Comparator.comparing(maps.sides()::get))
                .mapToInt(i -> i)
                .toArray();
        int[] at = OnnxPicks.transposed(aligned, order).at();
        float[] ordered = new float[at.length];
        for (int i = 0; i < at.length; i++) {
            ordered[i] = values[at[i]];
        }
        return ordered;
    }

    private static OnnxFactors of(Shape shape, float[] values, Maps maps) {
        Shape of = maps.shape();
        if (differs(shape.channels(), of.channels())
                || differs(shape.height(), of.height())
                || differs(shape.width(), of.width())) {
            throw new IllegalArgumentException(say("models.onnx-factors.do-fit", shape, of));
        }
        return new OnnxFactors(new Tensor(shape, values), of.channels());
    }

    private static boolean differs(int own, int maps) {
        return own != maps && own != 1 && maps != 1;
    }

    /** One number for everything. */
    static OnnxFactors one(float value) {
        return new OnnxFactors(new Tensor(Shape.flat(1), new float[] {value}), 1);
    }

    /** Whether there is one number for each channel of the maps, or one for all. */
    boolean isPerChannel() {
        Shape shape = tensor.shape();
        return shape.isFlat() && (shape.channels() == channels || shape.channels() == 1);
    }

    float[] perChannel() {
        float[] values = tensor.values();
        return values.length == channels ? values : filled(values[0], channels);
    }

    /** One number in the place of all of them. */
    OnnxFactors all(float value) {
        return new OnnxFactors(new Tensor(Shape.flat(1), new float[] {value}), channels);
    }

    OnnxFactors each(FloatFunction function) {
        float[] out = new float[tensor.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = function.apply(tensor.values()[i]);
        }
        return new OnnxFactors(new Tensor(tensor.shape(), out), channels);
    }

    /** A layer that multiplies maps by the one number. */
    BatchNorm scaling(Maps maps) {
        int count = maps.shape().channels();
        return new BatchNorm(filled(tensor.values()[0], count), new float[count]);
    }

    private static float[] filled(float value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    @FunctionalInterface
    interface FloatFunction {
        float apply(float value);
    }
}
