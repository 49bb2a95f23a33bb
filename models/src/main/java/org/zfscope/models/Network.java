package org.zfscope.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * An immutable network: a directed acyclic graph of named layers in topological order. A layer's name stands for its
 * output; a convolution and the ReLU after it are two layers with two names.
 *
 * <p>A network owns its layers' weights, which lie outside Java's heap (550 MB for a VGG16): who opens it closes it. The
 * networks that {@link #with}, {@link #withLabels} and {@link #on} give stand for the same thing under other terms: closing
 * one of them closes all. {@link #shared} gives one with a life of its own.
 */
public final class Network implements AutoCloseable {

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
    private final Engine engine;
    private final Holding weights;

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
        this.engine = Engines.usual();
        this.weights = Holding.of(nodes.stream().map(Node::layer).toList());
    }

    /** The same layers under other terms. */
    private Network(Network like, Preprocessing preprocessing, List<String> labels, Engine engine, Holding weights) {
        this.name = like.name;
        this.input = like.input;
        this.ordered = like.ordered;
        this.nodes = like.nodes;
        this.shapes = like.shapes;
        this.preprocessing = preprocessing;
        this.labels = List.copyOf(labels);
        this.engine = engine;
        this.weights = weights;
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
        return new Network(this, other, labels, engine, weights);
    }

    /** The same layers with names for the classes. */
    public Network withLabels(List<String> other) {
        return new Network(this, preprocessing, other, engine, weights);
    }

    /** The same layers, computed by another engine. */
    public Network on(Engine other) {
        return new Network(this, preprocessing, labels, other, weights);
    }

    /** The same network for somebody who closes it at another time; the weights are freed when the last is closed. */
    public Network shared() {
        requireOpen();
        return new Network(this, preprocessing, labels, engine, weights.another());
    }

    /** What computes it. */
    public Engine engine() {
        return engine;
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
            throw unknown(layer);
        }
        return node;
    }

    private InputException unknown(String layer) {
        return new InputException("network " + name + " has no layer " + layer + "; the nearest names are "
                + String.join(", ", SimilarNames.names(layer, nodes.keySet())) + " (describe lists all)");
    }

    /**
     * The shape of a layer's output, or of the network's input under {@link #INPUT}.
     *
     * @throws InputException if there is no such layer
     */
    public Shape shape(String layer) {
        Shape shape = shapes.get(layer);
        if (shape == null) {
            throw unknown(layer);
        }
        return shape;
    }

    /** The last layer. */
    public Node output() {
        return nodes().get(nodes.size() - 1);
    }

    public long parameters() {
        return nodes.values().stream().mapToLong(n -> n.layer().parameters()).sum();
    }

    /**
     * Runs pictures of the input's shape, [channels, height, width] each, forward.
     *
     * @throws IllegalStateException if the network was closed
     */
    public Activations forward(List<Tensor> pictures, Keep keep) {
        requireOpen();
        for (Tensor picture : pictures) {
            if (!picture.shape().equals(input)) {
                throw new IllegalArgumentException(
                        "network " + name + " takes pictures of " + input + ", found " + picture.shape());
            }
        }
        return Activations.run(this, engine.of(pictures), keep);
    }

    /** Runs one picture forward. */
    public Activations forward(Tensor picture, Keep keep) {
        return forward(List.of(picture), keep);
    }

    private void requireOpen() {
        if (weights.isClosed()) {
            throw new IllegalStateException("network " + name + " is used after it was closed");
        }
    }

    /** Gives the weights back, unless {@link #shared} networks still need them. Nothing runs afterwards. */
    @Override
    public void close() {
        weights.close();
    }
}
