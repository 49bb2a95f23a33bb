package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/**
 * Sums, differences, products and quotients of maps, and of maps with constants. A constant for each channel makes a batch
 * norm by another name.
 */
final class OnnxArithmetic {

    private OnnxArithmetic() {}

    static OnnxValue add(OnnxNode node, OnnxLayers layers) {
        if (node.isMaps(0) && node.isMaps(1)) {
            return sum(node, layers);
        }
        int side = node.isMaps(0) ? 0 : 1;
        OnnxFactors shift = OnnxFactors.of(node.floats(1 - side), node.maps(side));
        return node.mayFold(side) && shift.isPerChannel()
                ? layers.replace(node.maps(side), shifted(layers.layer(node.maps(side)), shift.perChannel()))
                : affine(node, layers, node.maps(side), shift.all(1), shift);
    }

    static Maps sum(OnnxNode node, OnnxLayers layers) {
        Maps[] maps = all(node);
        return maps.length == 1 ? maps[0] : layers.add(node.name(), new Add(), maps[0].sides(), maps);
    }

    /** All inputs, which must be maps of one rank. */
    private static Maps[] all(OnnxNode node) {
        return alike(IntStream.range(0, node.inputs()).toArray(), node);
    }

    /** Those inputs. */
    static Maps[] alike(int[] inputs, OnnxNode node) {
        Maps[] maps = Arrays.stream(inputs).mapToObj(node::maps).toArray(Maps[]::new);
        if (Arrays.stream(maps).anyMatch(m -> !m.sides().equals(maps[0].sides()))) {
            throw new IllegalArgumentException(say("models.onnx-arithmetic.inputs-one-rank-expected"));
        }
        return maps;
    }

    static OnnxValue sub(OnnxNode node, OnnxLayers layers) {
        if (node.isMaps(0) && node.isMaps(1)) {
            Maps[] maps = all(node);
            Maps negative = layers.add(
                    node.name() + "_negative", OnnxFactors.one(-1).scaling(maps[1]), maps[1].sides(), maps[1]);
            return layers.add(node.name(), new Add(), maps[0].sides(), maps[0], negative);
        }
        if (node.isMaps(0)) {
            OnnxFactors shift = OnnxFactors.of(node.floats(1), node.maps(0));
            return affine(node, layers, node.maps(0), shift.all(1), shift.each(v -> -v));
        }
        OnnxFactors shift = OnnxFactors.of(node.floats(0), node.maps(1));
        return affine(node, layers, node.maps(1), shift.all(-1), shift);
    }

    static OnnxValue mul(OnnxNode node, OnnxLayers layers) {
        if (node.isMaps(0) && node.isMaps(1)) {
            Maps[] maps = all(node);
            return OnnxGates.product(node, layers, maps[0], maps[1]);
        }
        int side = node.isMaps(0) ? 0 : 1;
        OnnxFactors scale = OnnxFactors.of(node.floats(1 - side), node.maps(side));
        Maps product = affine(node, layers, node.maps(side), scale, scale.all(0));
        return OnnxGates.recognised(layers, product);
    }

    static OnnxValue div(OnnxNode node, OnnxLayers layers) {
        if (node.isMaps(1)) {
            Maps inverse = layers.add(
                    node.name() + "_inverse",
                    new Activation(new Curve.Power(-1)),
                    node.maps(1).sides(),
                    node.maps(1));
            if (node.isMaps(0)) {
                return OnnxGates.product(node, layers, node.maps(0), inverse);
            }
            OnnxFactors scale = OnnxFactors.of(node.floats(0), inverse);
            return affine(node, layers, inverse, scale, scale.all(0));
        }
        OnnxFactors divisor = OnnxFactors.of(node.floats(1), node.maps(0));
        Maps quotient = affine(node, layers, node.maps(0), divisor.each(v -> 1 / v), divisor.all(0));
        return OnnxGates.recognised(layers, quotient);
    }

    static OnnxValue neg(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        return layers.alike(node, OnnxFactors.one(-1).scaling(maps), maps);
    }

    private static Maps affine(OnnxNode node, OnnxLayers layers, Maps maps, OnnxFactors scale, OnnxFactors shift) {
        for (float v : scale.tensor().values()) {
            if (!Float.isFinite(v)) {
                throw new IllegalArgumentException(say("models.onnx-arithmetic.divides-zero"));
            }
        }
        Layer layer = scale.isPerChannel() && shift.isPerChannel()
                ? new BatchNorm(scale.perChannel(), shift.perChannel())
                : new Affine(scale.tensor(), shift.tensor());
        return layers.alike(node, layer, maps);
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
}
