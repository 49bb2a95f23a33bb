package org.zfscope.models.load.onnx;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.load.Gates;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** Products of maps: gates, and activations that exporters spell out, as SiLU is x * sigmoid(x). */
final class OnnxGates {

    private OnnxGates() {}

    /** What is let through times its gate; or the activation that the product is. */
    static Maps product(OnnxNode node, OnnxLayers layers, Maps a, Maps b) {
        boolean gated = isGate(layers, a, b) && !isGate(layers, b, a);
        Maps[] ordered = gated ? new Maps[] {b, a} : new Maps[] {a, b};
        return recognised(layers, layers.add(node.name(), new Multiply(), a.sides(), ordered));
    }

    /** Smaller than the other; or, where both are of one shape, squashed. */
    private static boolean isGate(OnnxLayers layers, Maps a, Maps other) {
        if (!a.shape().equals(other.shape())) {
            return a.shape().size() < other.shape().size();
        }
        Optional<Layer> layer = layers.node(a.layer()).map(Node::layer);
        return layer.isPresent() && Gates.squashes(layer.get());
    }

    /** The output itself, or that of an activation in its place, where it and the layers below are one together. */
    static Maps recognised(OnnxLayers layers, Maps output) {
        OnnxCurves curves = new OnnxCurves(layers);
        return curves.found(output.layer())
                .map(found -> {
                    curves.between(output.layer(), found.root()).forEach(layers::supersede);
                    return layers.replace(output, new Activation(found.curve()), List.of(found.root()));
                })
                .orElse(output);
    }
}
