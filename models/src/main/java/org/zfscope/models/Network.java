package org.zfscope.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.tensor.Native;
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

    /**
     * What a model's file declares as a result.
     *
     * @param name what the file calls it
     * @param layer whose output it is
     */
    public record Output(String name, String layer) {}

    private final String name;
    private final Shape input;
    private final Preprocessing preprocessing;
    private final ClassNames classes;
    private final List<Node> ordered;
    private final Map<String, Node> nodes;
    private final Map<String, Shape> shapes;
    private final List<Output> outputs;
    private final WeightOrigin weights;

    /**
     * A network that gives what its last layer gives, and has learned.
     *
     * @param labels names of the classes, in the order of the output's units; empty if not known
     * @throws IllegalArgumentException if a name is taken twice or unknown, or a layer does not accept its inputs
     */
    public Network(String name, Shape input, Preprocessing preprocessing, List<String> labels, List<Node> nodes) {
        this(
                name,
                input,
                preprocessing,
                new ClassNames(labels, Preprocessing.Source.FILE),
                nodes,
                List.of(),
                new WeightOrigin.Learned());
    }

    private Network(
            String name,
            Shape input,
            Preprocessing preprocessing,
            ClassNames classes,
            List<Node> nodes,
            List<Output> outputs,
            WeightOrigin weights) {
        this.name = name;
        this.input = input;
        this.preprocessing = preprocessing;
        this.classes = classes;
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
        String last = ordered.get(ordered.size() - 1).name();
        this.outputs = outputs.isEmpty() ? List.of(new Output(last, last)) : List.copyOf(outputs);
        for (Output output : this.outputs) {
            if (!byName.containsKey(output.layer())) {
                throw new IllegalArgumentException("output " + output.name() + " comes from nowhere");
            }
        }
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

    /** The name, and where the weights are random that too. */
    public String title() {
        return weights.warning().map(warning -> name + ", " + warning).orElse(name);
    }

    /** Where the weights come from. */
    public WeightOrigin weights() {
        return weights;
    }

    public Shape input() {
        return input;
    }

    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /** Names of the classes, in the order of the output's units; empty if not known. */
    public List<String> labels() {
        return classes.names();
    }

    /** The same with who says so. */
    public ClassNames classNames() {
        return classes;
    }

    /** The same layers under another preprocessing. */
    public Network with(Preprocessing other) {
        return new Network(name, input, other, classes, ordered, outputs, weights);
    }

    /** The same layers with names that the user gives the classes. */
    public Network withLabels(List<String> other) {
        return withClassNames(new ClassNames(other, Preprocessing.Source.OPTION));
    }

    /** The same layers with names for the classes, and who says so. */
    public Network withClassNames(ClassNames other) {
        return new Network(name, input, preprocessing, other, ordered, outputs, weights);
    }

    /** The same layers with these results, the first of which says the classes; none: what the last layer gives. */
    public Network withOutputs(List<Output> other) {
        return new Network(name, input, preprocessing, classes, ordered, other, weights);
    }

    /** The same layers, whose weights come from there. */
    public Network withWeights(WeightOrigin other) {
        return new Network(name, input, preprocessing, classes, ordered, outputs, other);
    }

    /**
     * The same network with that one of its results first; the classes' names go where there are more or fewer classes.
     *
     * @throws InputException if it has no such result
     */
    public Network withOutput(String chosen) {
        Output first = outputs.stream()
                .filter(o -> o.name().equals(chosen))
                .findFirst()
                .or(() -> outputs.stream().filter(o -> o.layer().equals(chosen)).findFirst())
                .orElseThrow(() -> new InputException("network " + name + " has no output " + chosen + "; it has "
                        + String.join(", ", outputs.stream().map(Output::name).toList())));
        List<Output> reordered = new ArrayList<>(outputs);
        reordered.remove(first);
        reordered.add(0, first);
        boolean sameClasses = shape(first.layer()).equals(shape(output().name()));
        return new Network(
                name, input, preprocessing, sameClasses ? classes : ClassNames.unknown(), ordered, reordered, weights);
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

    /** What the file declares as results, at least one; the first of them says the classes. */
    public List<Output> outputs() {
        return outputs;
    }

    /** The layer that gives the first of {@link #outputs}, which need not be the last layer. */
    public Node output() {
        return node(outputs.get(0).layer());
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
