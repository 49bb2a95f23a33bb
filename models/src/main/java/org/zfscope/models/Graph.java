package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network.Node;
import org.zfscope.models.tensor.Shape;

/**
 * A directed acyclic graph of named layers that fit together.
 *
 * @param nodes by name, in topological order
 * @param shapes of all outputs, and of the input under {@link Network#INPUT}
 */
record Graph(Map<String, Node> nodes, Map<String, Shape> shapes) {

    Graph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    }

    /**
     * Puts layers together.
     *
     * @param nodes in topological order
     * @throws IllegalArgumentException if there are none, a name is taken twice or unknown, or a layer does not accept its
     *     inputs
     */
    static Graph of(Shape input, List<Node> nodes) {
        Map<String, Node> byName = new LinkedHashMap<>();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(Network.INPUT, input);
        for (Node node : nodes) {
            shapes.put(node.name(), shape(node, shapes));
            byName.put(node.name(), node);
        }
        if (byName.isEmpty()) {
            throw new IllegalArgumentException(say("models.graph.network-has-layers"));
        }
        return new Graph(byName, shapes);
    }

    private static Shape shape(Node node, Map<String, Shape> known) {
        if (known.containsKey(node.name())) {
            throw new IllegalArgumentException(say("models.graph.layer-name-taken-twice", node.name()));
        }
        List<Shape> inputs = new ArrayList<>();
        for (String from : node.inputs()) {
            Shape shape = known.get(from);
            if (shape == null) {
                throw new IllegalArgumentException(say("models.graph.layer-input-comes-nowhere", node.name(), from));
            }
            inputs.add(shape);
        }
        try {
            return node.layer().outputShape(inputs);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(say("models.graph.layer", node.name(), e.getMessage()), e);
        }
    }
}
