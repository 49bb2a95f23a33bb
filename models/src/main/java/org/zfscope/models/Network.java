package org.zfscope.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * An immutable network: a directed acyclic graph of named layers in topological order. A layer's name stands for its
 * output; a convolution and the ReLU after it are two layers with two names.
 */
public final class Network {

    /** The name by which a layer refers to the network's input. */
    public static final String INPUT = "input";

    /** A layer in its place: what it is called and what it takes. */
    public record Node(String name, Layer layer, List<String> inputs) {
        public Node {
            inputs = List.copyOf(inputs);
        }
    }

    private final String name;
    private final Shape input;
    private final Preprocessing preprocessing;
    private final List<String> labels;
    private final List<Node> ordered;
    private final Map<String, Node> nodes;
    private final Map<String, Shape> shapes;

    /**
     * @param labels names of the classes, in the order of the last layer's units; empty if not known
     * @throws IllegalArgumentException if a name is taken twice or unknown, or a layer does not accept its inputs
     */
    public Network(String name, Shape input, Preprocessing preprocessing, List<String> labels, List<Node> nodes) {
        this.name = name;
        this.input = input;
        this.preprocessing = preprocessing;
        this.labels = List.copyOf(labels);
        Map<String, Node> byName = new LinkedHashMap<>();
        Map<String, Shape> shapeOf = new LinkedHashMap<>();
        shapeOf.put(INPUT, input);
        for (Node node : nodes) {
            shapeOf.put(node.name(), shape(node, shapeOf));
            byName.put(node.name(), node);
        }
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("the network has no layers");
        }
        this.ordered = List.copyOf(byName.values());
        this.nodes = Collections.unmodifiableMap(byName);
        this.shapes = Collections.unmodifiableMap(shapeOf);
    }

    private static Shape shape(Node node, Map<String, Shape> known) {
        if (known.containsKey(node.name())) {
            throw new IllegalArgumentException("layer " + node.name() + ": the name is taken twice");
        }
        List<Shape> inputs = new ArrayList<>();
        for (String from : node.inputs()) {
            Shape shape = known.get(from);
            if (shape == null) {
                throw new IllegalArgumentException("layer " + node.name() + ": input " + from + " comes from nowhere");
            }
            inputs.add(shape);
        }
        try {
            return node.layer().outputShape(inputs);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("layer " + node.name() + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public Shape input() {
        return input;
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    public List<String> labels() {
        return labels;
    }

    /** The same layers under another preprocessing. */
    public Network with(Preprocessing other) {
        return new Network(name, input, other, labels, nodes());
    }

    /** The same layers with names for the classes. */
    public Network withLabels(List<String> other) {
        return new Network(name, input, preprocessing, other, nodes());
    }

    /** All layers in topological order. */
    public List<Node> nodes() {
        return ordered;
    }

    public boolean has(String layer) {
        return nodes.containsKey(layer);
    }

    /**
     * The layer of that name.
     *
     * @throws InputException if there is none
     */
    public Node node(String layer) {
        Node node = nodes.get(layer);
        if (node == null) {
            throw new InputException("network " + name + " has no layer " + layer + "; the nearest names are "
                    + String.join(", ", SimilarNames.names(layer, nodes.keySet())) + " (describe lists all)");
        }
        return node;
    }

    /** The shape of a layer's output, or of the network's input under {@link #INPUT}. */
    public Shape shape(String layer) {
        return INPUT.equals(layer) ? input : shapes.getOrDefault(node(layer).name(), input);
    }

    /** The last layer. */
    public Node output() {
        return nodes().get(nodes.size() - 1);
    }

    public long parameters() {
        return nodes.values().stream().mapToLong(n -> n.layer().parameters()).sum();
    }

    /** Runs [batch, channels, height, width] forward, of which the run keeps a copy. */
    public Activations forward(INDArray pictures, Keep keep) {
        return Activations.run(this, pictures.dup('c'), keep);
    }

    /** Runs pictures of the input's shape forward. */
    public Activations forward(List<Tensor> pictures, Keep keep) {
        INDArray batch = Native.allocate(input.batch(pictures.size()));
        try {
            for (int i = 0; i < pictures.size(); i++) {
                Tensor picture = pictures.get(i);
                if (!picture.shape().equals(input)) {
                    throw new IllegalArgumentException(
                            "network " + name + " takes pictures of " + input + ", found " + picture.shape());
                }
                Native.floats(batch).put(i * input.size(), picture.values());
            }
            return Activations.run(this, batch, keep);
        } catch (RuntimeException | OutOfMemoryError e) {
            batch.close();
            throw e;
        }
    }

    /** Runs one picture forward. */
    public Activations forward(Tensor picture, Keep keep) {
        return forward(List.of(picture), keep);
    }
}
