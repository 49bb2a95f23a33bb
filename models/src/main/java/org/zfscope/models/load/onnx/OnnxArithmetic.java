package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/**
 * Sums of maps, and maps with a constant for each channel, which are batch norms by another name. Between whole numbers
 * it is part of working out a shape.
 */
final class OnnxArithmetic {

    private OnnxArithmetic() {}

    static OnnxValue add(OnnxNode node, OnnxLayers layers) {
        if (node.input(0) instanceof Ints) {
            return OnnxIntegers.each(node, Math::addExact);
        }
        if (node.input(0) instanceof Maps && node.input(1) instanceof Maps) {
            return sum(node, layers);
        }
        int side = node.input(0) instanceof Maps ? 0 : 1;
        float[] shift = perChannel(node.floats(1 - side), node.maps(side));
        return node.mayFold(side)
                ? layers.replace(node.maps(side), shifted(layers.layer(node.maps(side)), shift))
                : affine(node, layers, side, all(1, shift.length), shift);
    }

    static OnnxValue sum(OnnxNode node, OnnxLayers layers) {
        Maps[] maps = IntStream.range(0, node.inputs()).mapToObj(node::maps).toArray(Maps[]::new);
        if (Arrays.stream(maps).anyMatch(m -> !m.sides().equals(maps[0].sides()))) {
            throw new IllegalArgumentException(say("models.onnx-arithmetic.inputs-one-rank-expected"));
        }
        return maps.length == 1 ? maps[0] : layers.add(node.name(), new Add(), maps[0].sides(), maps);
    }

    static OnnxValue sub(OnnxNode node, OnnxLayers layers) {
        if (node.input(0) instanceof Ints) {
            return OnnxIntegers.each(node, Math::subtractExact);
        }
        if (node.input(0) instanceof Maps) {
            float[] shift = perChannel(node.floats(1), node.maps(0));
            return affine(node, layers, 0, all(1, shift.length), each(shift, v -> -v));
        }
        float[] shift = perChannel(node.floats(0), node.maps(1));
        return affine(node, layers, 1, all(-1, shift.length), shift);
    }

    static OnnxValue mul(OnnxNode node, OnnxLayers layers) {
        if (node.input(0) instanceof Ints) {
            return OnnxIntegers.each(node, Math::multiplyExact);
        }
        int side = node.input(0) instanceof Maps ? 0 : 1;
        float[] scale = perChannel(node.floats(1 - side), node.maps(side));
        return affine(node, layers, side, scale, new float[scale.length]);
    }

    static OnnxValue div(OnnxNode node, OnnxLayers layers) {
        if (node.input(0) instanceof Ints) {
            return OnnxIntegers.each(node, (a, b) -> a / b);
        }
        float[] divisor = perChannel(node.floats(1), node.maps(0));
        return affine(node, layers, 0, each(divisor, v -> 1 / v), new float[divisor.length]);
    }

    private static OnnxValue affine(OnnxNode node, OnnxLayers layers, int side, float[] scale, float[] shift) {
        for (float v : scale) {
            if (!Float.isFinite(v)) {
                throw new IllegalArgumentException(say("models.onnx-arithmetic.divides-zero"));
            }
        }
        Maps maps = node.maps(side);
        return layers.alike(node, new BatchNorm(scale, shift), maps);
    }

    /** The constant as a number for each channel; broadcasting over anything else is not supported. */
    private static float[] perChannel(Floats floats, Maps maps) {
        int channels = maps.shape().channels();
        if (floats.data().capacity() == 1) {
            return all(floats.data().get(0), channels);
        }
        long[] dims = floats.dims();
        int channelAt = dims.length - maps.rank() + maps.sides().indexOf(Side.CHANNELS);
        if (floats.data().capacity() != channels || channelAt < 0 || dims[channelAt] != channels) {
            throw new IllegalArgumentException(
                    say("models.onnx-arithmetic.constants-one-number-one", channels, floats.described()));
        }
        return floats.values();
    }

    private static Layer shifted(Layer layer, float[] shift) {
        if (layer instanceof Weighted weighted) {
            try (Weights unshifted = weighted.weights()) {
                return weighted.with(unshifted.withBias(sum(unshifted.bias(), shift)));
            }
        }
        throw new IllegalArgumentException(say("models.onnx-arithmetic.has-bias", layer.kind()));
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    private static float[] all(float value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] each(float[] values, FloatFunction function) {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = function.apply(values[i]);
        }
        return out;
    }

    @FunctionalInterface
    private interface FloatFunction {
        float apply(float value);
    }
}
