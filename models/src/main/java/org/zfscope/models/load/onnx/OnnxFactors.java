package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
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
            throw new IllegalArgumentException(say("models.onnx-factors.too-many-axes", floats.described(), maps.rank()));
        }
        long[] aligned = new long[4];
        Arrays.fill(aligned, 1);
        System.arraycopy(dims, 0, aligned, missing, dims.length);
        if (aligned[0] != 1) {
            throw new IllegalArgumentException(
                    say("models.onnx-factors.several-pictures", floats.described(), aligned[0]));
        }
        Shape shape = new Shape(
                Math.toIntExact(aligned[1]), Math.toIntExact(aligned[2]), Math.toIntExact(aligned[3]));
        return of(shape, floats.values(), maps);
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
