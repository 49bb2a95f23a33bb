package org.zfscope.viz.analysis;

import java.util.List;
import java.util.SplittableRandom;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;

/**
 * The control for a projection: the same network with the weights of each layer in random order. A seed that is carried
 * back through it, by the switches of the true run, shows how much of a projection comes from the picture and the
 * network's build alone [Nie2018], and not from what the network has learnt.
 */
public final class ShuffledWeights {

    private ShuffledWeights() {}

    /**
     * The same layers, names and biases; filters and dense weights shuffled layer by layer. The caller closes it.
     *
     * @param seed the same seed gives the same order
     */
    public static Network of(Network network, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<Node> nodes = network.nodes().stream()
                .map(n -> new Node(n.name(), shuffled(n.layer(), seeds.split()), n.inputs()))
                .toList();
        return new Network(network.name(), network.input(), network.preprocessing(), network.labels(), nodes)
                .on(network.engine())
                .withOutputs(network.outputs())
                .withWeights(new WeightOrigin.Shuffled(seed));
    }

    private static Layer shuffled(Layer layer, SplittableRandom random) {
        return layer instanceof Weighted weighted ? weighted.with(shuffled(weighted.weights(), random)) : layer;
    }

    /** A copy with the values in another order [Fisher-Yates]. */
    private static Weights shuffled(Weights weights, SplittableRandom random) {
        float[] values = weights.values();
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            float kept = values[i];
            values[i] = values[j];
            values[j] = kept;
        }
        return weights.with(values);
    }
}
