package org.zfscope.models.load.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.Relu;

/**
 * Finds out that several layers are one activation together. Exporters spell the same curve in many ways, so nothing is looked
 * for in the graph: what the layers make of some numbers is compared with what known curves make of them.
 */
final class OnnxCurves {

    /** Layers that a spelled-out curve may have. */
    private static final int MOST = 12;

    /** How far apart two curves may be, relative to the larger: exporters write square roots with five digits. */
    private static final double NEAR = 1e-5;

    private static final List<Curve> KNOWN =
            List.of(new Curve.Silu(), new Curve.HardSwish(), new Curve.Gelu(), new Curve.TanhGelu(), new Curve.Mish());

    private final OnnxLayers layers;

    OnnxCurves(OnnxLayers layers) {
        this.layers = layers;
    }

    /** An activation, and the layer whose output it takes. */
    record Found(Curve curve, String root) {}

    /** The known curve that leads to an output from the nearest layer below for which there is one. */
    Optional<Found> found(String output) {
        for (String root : below(output)) {
            if (leadsOnlyTo(output, root)) {
                Optional<Curve> curve =
                        KNOWN.stream().filter(c -> is(c, output, root)).findFirst();
                if (curve.isPresent()) {
                    return Optional.of(new Found(curve.get(), root));
                }
            }
        }
        return Optional.empty();
    }

    /** The layers that an output comes from through nothing but such layers, the nearest first. */
    private List<String> below(String output) {
        Set<String> below = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(output));
        for (int i = 0; i < open.size() && below.size() < 2 * MOST; i++) {
            for (String input : pointwise(open.get(i)).map(Node::inputs).orElse(List.of())) {
                if (below.add(input)) {
                    open.add(input);
                }
            }
        }
        return List.copyOf(below);
    }

    /** Whether all that an output depends on above the root takes each number by itself, and nothing goes past the root. */
    private boolean leadsOnlyTo(String output, String root) {
        Set<String> above = between(output, root);
        above.add(output);
        return above.size() <= MOST
                && above.stream().allMatch(layer -> pointwise(layer).isPresent());
    }

    /** A layer that makes each number of that at the same place of its inputs, the same way everywhere. */
    private Optional<Node> pointwise(String layer) {
        return layers.node(layer).filter(node -> isPointwise(node.layer()));
    }

    private static boolean isPointwise(Layer layer) {
        return layer instanceof Activation
                || layer instanceof Relu
                || layer instanceof ClippedRelu
                || layer instanceof Add
                || layer instanceof Multiply
                || (layer instanceof BatchNorm norm && isOne(norm.scale()) && isOne(norm.shift()));
    }

    private static boolean isOne(float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private boolean is(Curve curve, String output, String root) {
        for (double x = -6; x <= 6; x += 0.37) {
            double expected = curve.value(x);
            if (!(Math.abs(value(output, new HashMap<>(Map.of(root, x))) - expected)
                    <= NEAR * (1 + Math.abs(expected)))) {
                return false;
            }
        }
        return true;
    }

    /** @param known values of layers; those that are worked out are put there too */
    private double value(String layer, Map<String, Double> known) {
        Double there = known.get(layer);
        if (there != null) {
            return there;
        }
        Node node = layers.node(layer).orElseThrow();
        double[] inputs =
                node.inputs().stream().mapToDouble(i -> value(i, known)).toArray();
        double value = value(node.layer(), inputs);
        known.put(layer, value);
        return value;
    }

    private static double value(Layer layer, double... inputs) {
        if (layer instanceof Activation activation) {
            return activation.curve().value(inputs[0]);
        } else if (layer instanceof Relu) {
            return Math.max(inputs[0], 0);
        } else if (layer instanceof ClippedRelu clipped) {
            return Math.min(Math.max(inputs[0], 0), clipped.ceiling());
        } else if (layer instanceof BatchNorm norm) {
            return norm.scale()[0] * inputs[0] + norm.shift()[0];
        }
        double result = inputs[0];
        for (int i = 1; i < inputs.length; i++) {
            result = layer instanceof Add ? result + inputs[i] : result * inputs[i];
        }
        return result;
    }

    /** All that an output depends on, down to the root, both left out; a few more than a curve may have at most. */
    Set<String> between(String output, String root) {
        Set<String> between = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(output));
        for (int i = 0; i < open.size() && between.size() <= MOST; i++) {
            for (String input : layers.node(open.get(i)).map(Node::inputs).orElse(List.of())) {
                if (!input.equals(root) && between.add(input)) {
                    open.add(input);
                }
            }
        }
        return between;
    }
}
