package org.zfscope.viz;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.random.RandomLayers;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/**
 * The kind of network that the theorems are about: conv1 relu1 [pool1] conv2 relu2 [pool2] conv3 relu3 dense relu4,
 * with random weights and biases.
 */
final class PlainNetwork {

    private PlainNetwork() {}

    static Network of(long seed, Pools pools) {
        RandomLayers layers = new RandomLayers(new Random(seed));
        NetworkSketch sketch = new NetworkSketch(new Shape(3, 19, 17));
        sketch.then("conv1", layers.convolution(sketch.shape(), 6, Geometry.square(5, 2, 1), 1))
                .then("relu1", new Relu());
        pools.layer().ifPresent(pool -> sketch.then("pool1", pool));
        sketch.then("conv2", layers.convolution(sketch.shape(), 5, Geometry.square(3, 1, 1), 1))
                .then("relu2", new Relu());
        pools.layer().ifPresent(pool -> sketch.then("pool2", pool));
        sketch.then("conv3", layers.convolution(sketch.shape(), 4, Geometry.square(3, 1, 1), 1))
                .then("relu3", new Relu())
                .then("dense", layers.dense(sketch.shape(), 3))
                .then("relu4", new Relu());
        return sketch.network();
    }

    /** The same network with other biases. */
    static Network withBiases(Network network, UnaryOperator<Float> change) {
        return changed(network, weight -> weight, change);
    }

    /** The same network with other weights. */
    static Network withWeights(Network network, UnaryOperator<Float> change) {
        return changed(network, change, bias -> bias);
    }

    private static Network changed(Network network, UnaryOperator<Float> weights, UnaryOperator<Float> biases) {
        NetworkSketch sketch = new NetworkSketch(network.input());
        network.nodes().forEach(node -> sketch.then(node.name(), changed(node.layer(), weights, biases)));
        return sketch.network();
    }

    private static Layer changed(Layer layer, UnaryOperator<Float> weights, UnaryOperator<Float> biases) {
        if (layer instanceof Weighted weighted) {
            Weights old = weighted.weights();
            return weighted.with(Weights.of(
                    changed(old.values(), weights), changed(old.bias().clone(), biases), old.sides()));
        }
        return layer;
    }

    private static float[] changed(float[] values, UnaryOperator<Float> change) {
        for (int i = 0; i < values.length; i++) {
            values[i] = change.apply(values[i]);
        }
        return values;
    }
}
