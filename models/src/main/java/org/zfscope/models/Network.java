package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Names that a message lists. */
    private static final int MANY = 10;

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
    private final Graph graph;
    private final List<Node> ordered;
    private final Terms terms;
    private final Holding held;

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
                Graph.of(input, nodes),
                new Terms(
                        preprocessing,
                        Preprocessing.Source.FILE,
                        new ClassNames(labels, Preprocessing.Source.FILE),
                        List.of(),
                        new WeightOrigin.Learned(),
                        Optional.empty(),
                        Optional.empty()),
                Holding.of(nodes.stream().map(Node::layer).toList()));
    }

    private Network(String name, Shape input, Graph graph, Terms terms, Holding held) {
        this.name = name;
        this.input = input;
        this.graph = graph;
        this.ordered = List.copyOf(graph.nodes().values());
        String last = ordered.get(ordered.size() - 1).name();
        this.terms = terms.outputs().isEmpty() ? terms.with(List.of(new Output(last, last))) : terms;
        this.held = held;
        for (Output output : this.terms.outputs()) {
            if (!has(output.layer())) {
                throw new IllegalArgumentException(say("models.network.output-comes-nowhere", output.name()));
            }
        }
    }

    /** The same layers under other terms. */
    private Network under(Terms other) {
        return new Network(name, input, graph, other, held);
    }

    public String name() {
        return name;
    }

    /** The name, and where the weights are random or the head is left out that too. */
    public String title() {
        String warned =
                weights().warning().map(warning -> name + ", " + warning).orElse(name);
        return leftOut().map(part -> warned + ", " + part.inWords()).orElse(warned);
    }

    /** The part of the file that has no layers here. */
    public Optional<LeftOut> leftOut() {
        return terms.leftOut();
    }

    /** Whether the output can be taken for the scores of classes: not where those were left out. */
    public boolean hasScores() {
        boolean left =
                leftOut().filter(gone -> gone.part() == LeftOut.Part.SCORES).isPresent();
        return !left && shape(output().name()).isFlat();
    }

    /** Where the weights come from. */
    public WeightOrigin weights() {
        return terms.origin();
    }

    public Shape input() {
        return input;
    }

    /** Who says how large the input is: a file may leave its sides open. */
    public Preprocessing.Source inputSource() {
        return terms.inputSource();
    }

    public Preprocessing preprocessing() {
        return terms.preprocessing();
    }

    /** Names of the classes, in the order of the output's units; empty if not known. */
    public List<String> labels() {
        return terms.classes().names();
    }

    /** The same with who says so. */
    public ClassNames classNames() {
        return terms.classes();
    }

    /** The same layers under another preprocessing. */
    public Network with(Preprocessing other) {
        return under(terms.with(other));
    }

    /** The same layers, whose input is as large as it is because that one says so. */
    public Network withInputSource(Preprocessing.Source other) {
        return under(terms.with(other));
    }

    /** The same layers with names that the user gives the classes. */
    public Network withLabels(List<String> other) {
        return withClassNames(new ClassNames(other, Preprocessing.Source.OPTION));
    }

    /** The same layers with names for the classes, and who says so. */
    public Network withClassNames(ClassNames other) {
        return under(terms.with(other));
    }

    /** The same layers with these results, the first of which says the classes; none: what the last layer gives. */
    public Network withOutputs(List<Output> other) {
        return under(terms.with(other));
    }

    /** The same layers, which are not all of the file. */
    public Network withLeftOut(LeftOut other) {
        return under(terms.with(other));
    }

    /** The same layers, whose weights come from there. */
    public Network withWeights(WeightOrigin other) {
        return under(terms.with(other));
    }

    /** The same layers, computed by another engine. */
    public Network on(Engine other) {
        return under(terms.with(other));
    }

    /** The same network for somebody who closes it at another time; the weights are freed when the last is closed. */
    public Network shared() {
        requireOpen();
        return new Network(name, input, graph, terms, held.another());
    }

    /**
     * The same network with that one of its results first; the classes' names go where there are more or fewer classes.
     *
     * @throws InputException if it has no such result
     */
    public Network withOutput(String chosen) {
        Output first = outputs().stream()
                .filter(o -> o.name().equals(chosen))
                .findFirst()
                .or(() ->
                        outputs().stream().filter(o -> o.layer().equals(chosen)).findFirst())
                .orElseThrow(() -> new InputException(say(
                        "models.network.network-has-output-has",
                        name,
                        chosen,
                        String.join(", ", outputs().stream().map(Output::name).toList()))));
        List<Output> reordered = new ArrayList<>(outputs());
        reordered.remove(first);
        reordered.add(0, first);
        boolean sameClasses = shape(first.layer()).equals(shape(output().name()));
        return under(terms.with(reordered).with(sameClasses ? terms.classes() : ClassNames.unknown()));
    }

    /** What computes it; its native libraries are loaded now. */
    public Engine engine() {
        return terms.engine().orElseGet(Engines::usual);
    }

    /** All layers in topological order. */
    public List<Node> nodes() {
        return ordered;
    }

    public boolean has(String layer) {
        return graph.nodes().containsKey(layer);
    }

    /**
     * The layer of that name.
     *
     * @throws InputException if there is none
     */
    public Node node(String layer) {
        Node node = graph.nodes().get(layer);
        if (node == null) {
            throw unknown(layer);
        }
        return node;
    }

    /**
     * The full name of the layer that is called so, or of the only one whose name ends so after a slash or a dot:
     * {@code conv1} for {@code /layer1/layer1.0/conv1}.
     *
     * @throws InputException if there is none, or more than one
     */
    public String named(String ending) {
        if (has(ending)) {
            return ending;
        }
        List<String> found = graph.nodes().keySet().stream()
                .filter(name -> name.endsWith("/" + ending) || name.endsWith("." + ending))
                .toList();
        if (found.size() > 1) {
            String some = String.join(", ", found.subList(0, Math.min(found.size(), MANY)));
            throw new InputException(say("models.network.layers-end-so", name, found.size(), ending, some));
        }
        return found.stream().findFirst().orElseThrow(() -> unknown(ending));
    }

    private InputException unknown(String layer) {
        return new InputException(say(
                "models.network.network-has-layer-nearest",
                name,
                layer,
                String.join(", ", SimilarNames.names(layer, graph.nodes().keySet()))));
    }

    /**
     * The shape of a layer's output, or of the network's input under {@link #INPUT}.
     *
     * @throws InputException if there is no such layer
     */
    public Shape shape(String layer) {
        Shape shape = graph.shapes().get(layer);
        if (shape == null) {
            throw unknown(layer);
        }
        return shape;
    }

    /** What the file declares as results, at least one; the first of them says the classes. */
    public List<Output> outputs() {
        return terms.outputs();
    }

    /** The layer that gives the first of {@link #outputs}, which need not be the last layer. */
    public Node output() {
        return node(outputs().get(0).layer());
    }

    public long parameters() {
        return ordered.stream().mapToLong(n -> n.layer().parameters()).sum();
    }

    /**
     * Runs pictures of the input's shape, [channels, height, width] each, forward.
     *
     * @throws IllegalStateException if the network was closed
     */
    public Activations forward(List<Tensor> pictures, Keep keep) {
        return forward(pictures, keep, Progress.SILENT);
    }

    /**
     * The same, layer by layer.
     *
     * @param progress told after each layer; where it throws, nothing is left of the run
     */
    public Activations forward(List<Tensor> pictures, Keep keep, Progress progress) {
        requireOpen();
        for (Tensor picture : pictures) {
            if (!picture.shape().equals(input)) {
                throw new IllegalArgumentException(
                        say("models.network.network-takes-pictures", name, input, picture.shape()));
            }
        }
        return Activations.run(this, engine().of(pictures), keep, progress);
    }

    /** Runs one picture forward. */
    public Activations forward(Tensor picture, Keep keep) {
        return forward(List.of(picture), keep);
    }

    private void requireOpen() {
        if (held.isClosed()) {
            throw new IllegalStateException("network " + name + " is used after it was closed");
        }
    }

    /** Gives the weights back, unless {@link #shared} networks still need them. Nothing runs afterwards. */
    @Override
    public void close() {
        held.close();
    }
}
