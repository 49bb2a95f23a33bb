package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.function.Function;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Tensor;

/** Operators that take each number by itself. */
final class OnnxActivations {

    private static final float ELU = 1;
    private static final float SELU_ALPHA = 1.6732632f;
    private static final float SELU_GAMMA = 1.050701f;
    private static final int CLIP_BY_INPUTS = 11;

    private OnnxActivations() {}

    /** The operator that is always the same curve. */
    static OnnxOperator curve(Curve curve) {
        return curve(node -> curve);
    }

    private static OnnxOperator curve(Function<OnnxNode, Curve> curve) {
        return (node, layers) -> add(node, layers, new Activation(curve.apply(node)));
    }

    private static Maps add(OnnxNode node, OnnxLayers layers, Layer layer) {
        return layers.alike(node, layer, node.maps(0));
    }

    static OnnxOperator hardSigmoid() {
        return curve(node -> new Curve.HardSigmoid(node.real("alpha", 0.2f), node.real("beta", 0.5f)));
    }

    static OnnxOperator elu() {
        return curve(node -> new Curve.Elu(node.real("alpha", ELU)));
    }

    static OnnxOperator celu() {
        return curve(node -> new Curve.Celu(node.real("alpha", ELU)));
    }

    static OnnxOperator selu() {
        return curve(node -> new Curve.Selu(node.real("alpha", SELU_ALPHA), node.real("gamma", SELU_GAMMA)));
    }

    static OnnxOperator swish() {
        return curve(node -> new Curve.Silu(node.real("alpha", 1)));
    }

    static OnnxOperator gelu() {
        return curve(node -> switch (node.text("approximate", "none")) {
            case "none" -> new Curve.Gelu();
            case "tanh" -> new Curve.TanhGelu();
            default ->
                throw new IllegalArgumentException(
                        say("models.onnx-activations.approximate", node.text("approximate", "")));
        });
    }

    static OnnxValue relu(OnnxNode node, OnnxLayers layers) {
        return add(node, layers, new Relu());
    }

    static OnnxValue leakyRelu(OnnxNode node, OnnxLayers layers) {
        return add(node, layers, new LeakyRelu(node.real("alpha", 0.01f)));
    }

    /** The slopes are spread over the maps from their last axis, as [channels, 1, 1] or one number. */
    static OnnxValue parametricRelu(OnnxNode node, OnnxLayers layers) {
        OnnxFactors slopes = OnnxFactors.of(node.floats(1), node.maps(0));
        return add(node, layers, new ParametricRelu(slopes.tensor()));
    }

    /** The bounds are attributes before operator set 11, and inputs that may be left out since. */
    static OnnxValue clip(OnnxNode node, OnnxLayers layers) {
        boolean inputs = node.opset() >= CLIP_BY_INPUTS;
        float low = inputs ? bound(node, 1, Float.NEGATIVE_INFINITY) : node.real("min", -Float.MAX_VALUE);
        float high = inputs ? bound(node, 2, Float.POSITIVE_INFINITY) : node.real("max", Float.MAX_VALUE);
        return low > high && Float.isFinite(high)
                ? add(node, layers, new Affine(number(0), number(high))) // the standard has the upper bound count
                : clipped(node, layers, node.maps(0), low, high);
    }

    private static Tensor number(float value) {
        return OnnxFactors.one(value).tensor();
    }

    private static float bound(OnnxNode node, int input, float absent) {
        return node.has(input) ? number(node, input) : absent;
    }

    private static float number(OnnxNode node, int input) {
        float[] values = node.floats(input).values();
        if (values.length != 1) {
            throw new IllegalArgumentException(
                    say("models.onnx-activations.one-number", node.floats(input).described()));
        }
        return values[0];
    }

    /** Whether input i is one number, not maps nor several. */
    static boolean isNumber(OnnxNode node, int i) {
        return node.floats(i).data().capacity() == 1 && node.floats(i).dims().length <= Side.PLAIN.size();
    }

    /** The larger of maps and the number that input i is. */
    static Maps atLeast(OnnxNode node, OnnxLayers layers, Maps maps, int i) {
        return clipped(node, layers, maps, number(node, i), Float.POSITIVE_INFINITY);
    }

    /** The smaller of maps and the number that input i is. */
    static Maps atMost(OnnxNode node, OnnxLayers layers, Maps maps, int i) {
        return clipped(node, layers, maps, Float.NEGATIVE_INFINITY, number(node, i));
    }

    private static Maps clipped(OnnxNode node, OnnxLayers layers, Maps maps, float low, float high) {
        boolean open = high == Float.POSITIVE_INFINITY || high == Float.MAX_VALUE;
        if (low == 0 && high > 0) {
            return layers.alike(node, open ? new Relu() : new ClippedRelu(high), maps);
        }
        boolean overRelu =
                layers.node(maps.layer()).filter(n -> n.layer() instanceof Relu).isPresent();
        if (overRelu && low < 0 && high > 0 && !open) {
            layers.supersede(maps.layer());
            String input = layers.node(maps.layer()).orElseThrow().inputs().get(0);
            return layers.alike(node, new ClippedRelu(high), new Maps(input, maps.shape(), maps.sides()));
        }
        return layers.alike(node, new Activation(new Curve.Clip(low, high)), maps);
    }

    /** A power of maps; the first changes nothing. */
    static OnnxValue pow(OnnxNode node, OnnxLayers layers) {
        float exponent = node.input(1) instanceof OnnxValue.Ints ints && ints.data().length == 1
                ? ints.data()[0]
                : number(node, 1);
        Maps maps = node.maps(0);
        return exponent == 1 ? maps : add(node, layers, new Activation(new Curve.Power(exponent)));
    }
}
