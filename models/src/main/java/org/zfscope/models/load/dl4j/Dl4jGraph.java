package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.util.GraphIndices;
import org.zfscope.models.Network;

/**
 * A DL4J configuration of either kind as a list of vertices, in the order in which they run and in which DL4J lays out
 * their parameters. What a vertex takes from outside is called {@link Network#INPUT}.
 *
 * @param outputs the vertices whose outputs are the results
 */
record Dl4jGraph(List<Dl4jVertex> vertices, List<String> outputs) {

    Dl4jGraph {
        vertices = List.copyOf(vertices);
        outputs = List.copyOf(outputs);
    }

    static Dl4jGraph of(MultiLayerConfiguration configuration) {
        List<Dl4jVertex> vertices = new ArrayList<>();
        String from = Network.INPUT;
        for (int i = 0; i < configuration.getConfs().size(); i++) {
            NeuralNetConfiguration layer = configuration.getConf(i);
            String name = Optional.ofNullable(layer.getLayer().getLayerName()).orElse("layer" + i);
            LayerVertex vertex = new LayerVertex(layer, configuration.getInputPreProcess(i));
            vertices.add(new Dl4jVertex(name, vertex, List.of(from)));
            from = name;
        }
        return new Dl4jGraph(vertices, List.of(from));
    }

    static Dl4jGraph of(ComputationGraphConfiguration configuration) {
        List<String> inputs = configuration.getNetworkInputs();
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(say("models.dl4j-graph.network-one-input-expected", inputs));
        }
        String input = inputs.get(0);
        GraphIndices order = new ComputationGraph(configuration).calculateIndices();
        List<Dl4jVertex> vertices = new ArrayList<>();
        for (int i : order.getTopologicalSortOrder()) {
            String name = find(order.getIdxToName(), i);
            if (!name.equals(input)) {
                List<String> from = renamed(find(configuration.getVertexInputs(), name), input);
                vertices.add(new Dl4jVertex(name, find(configuration.getVertices(), name), from));
            }
        }
        return new Dl4jGraph(vertices, configuration.getNetworkOutputs());
    }

    private static <K, V> V find(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key))
                .orElseThrow(() -> new IllegalArgumentException(say("models.dl4j-graph.vertex-described", key)));
    }

    private static List<String> renamed(List<String> from, String input) {
        return from.stream().map(f -> f.equals(input) ? Network.INPUT : f).toList();
    }

    /**
     * How many parameters DL4J lays out for it.
     *
     * @throws IllegalArgumentException if zfscope has no layer for one of the vertices
     */
    long parameters() {
        long sum = 0;
        for (Dl4jVertex vertex : vertices) {
            long count = Dl4jConversion.in(vertex, vertex::parameters);
            if (count < 0) {
                throw new IllegalArgumentException(
                        say("models.dl4j-graph.layer-would-have-parameters", vertex.name(), count));
            }
            sum = Math.addExact(sum, count);
        }
        return sum;
    }
}
