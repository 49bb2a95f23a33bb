package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Weighted;

/**
 * A trained network to build on [Zeiler2014 §5.2]: its layers keep their weights, the last dense layer is replaced by one
 * for the new classes, and the layers up to one of them may be kept as they are.
 *
 * @param nodes in a row, batch normalisations merged into the layers below them
 * @param frozen names of the layers that do not learn
 */
public record PretrainedNetwork(Network network, List<Node> nodes, Set<String> frozen) {

    public PretrainedNetwork {
        nodes = List.copyOf(nodes);
        frozen = Set.copyOf(frozen);
    }

    /**
     * All layers learn.
     *
     * @throws InputException if the network branches or has layers that cannot be trained here
     */
    public static PretrainedNetwork of(Network network) {
        return new PretrainedNetwork(network, NormsIntoFilters.nodes(network), Set.of());
    }

    /** The layers up to that one do not learn. */
    public PretrainedNetwork freeze(String layer) {
        network.node(layer);
        Set<String> below = new TreeSet<>();
        for (Node node : network.nodes()) {
            below.add(node.name());
            if (node.name().equals(layer)) {
                return new PretrainedNetwork(network, nodes, below);
            }
        }
        throw new IllegalStateException("a network knows the layers that it names");
    }

    /** The same layers without what they have learned. */
    public Architecture untrained(int classes, long seed) {
        return new PretrainedLayers(this, classes).architecture(seed);
    }

    /** The last dense layer, which is replaced. */
    String top() {
        return nodes.stream()
                .filter(node -> node.layer() instanceof Dense)
                .map(Node::name)
                .reduce((first, second) -> second)
                .orElseThrow(() ->
                        new InputException(say("models.pretrained-network.network-has-dense-layer", network.name())));
    }

    /** Gives the weights to layers of the same names in DL4J; the last dense layer keeps its random ones. */
    void copyTo(List<Layer> layers) {
        var byName = nodes.stream().collect(Collectors.toMap(Node::name, Node::layer));
        for (Layer layer : layers) {
            String name = layer.conf().getLayer().getLayerName();
            if (!top().equals(name) && byName.get(name) instanceof Weighted weighted) {
                copy(layer, weighted.weights());
            }
        }
    }

    /** DL4J has the weights of a dense layer the other way round, [inputs, units]. */
    private static void copy(Layer layer, Weights weights) {
        long[] sides = IntStream.of(weights.sides()).asLongStream().toArray();
        try (var copy = Native.copyOf(weights.values(), sides);
                var bias = Native.copyOf(weights.bias(), layer.getParam("b").shape())) {
            layer.getParam("W").assign(weights.rank() == 2 ? copy.transpose() : copy);
            layer.getParam("b").assign(bias);
        }
    }
}
