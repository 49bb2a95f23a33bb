package org.zfscope.viz;

import static org.zfscope.models.words.Words.say;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** What a network says that a picture shows. */
public final class ClassScores {

    /** A class and how likely the network finds it. The label is the index where the network has no names. */
    public record Score(int index, String label, float probability) {}

    private ClassScores() {}

    /**
     * The likeliest classes, best first. An output that comes from no softmax gets one.
     *
     * @throws InputException if the network's output does not give one number a class
     */
    public static List<Score> top(Activations run, int picture, int count) {
        Network network = run.network();
        float[] p = probabilities(network, run.maps(network.output().name(), picture));
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -p[i]))
                .limit(count)
                .map(i -> new Score(i, label(network, i), p[i]))
                .toList();
    }

    /**
     * Nothing where the network gives one number a class.
     *
     * @throws InputException if the scores were left out with the head, or the network ends in maps
     */
    static void requireScores(Network network) {
        network.leftOut().filter(part -> part.part() == LeftOut.Part.SCORES).ifPresent(part -> {
            throw new InputException(say("viz.class-scores.head-left-out", network.name(), part.inWords()));
        });
        requireFlat(network, network.shape(network.output().name()));
    }

    /**
     * How likely each class is. An output that comes from no softmax gets one.
     *
     * @param output what the network's output gives
     * @throws InputException if that is not one number a class
     */
    public static float[] probabilities(Network network, Tensor output) {
        requireScores(network);
        requireFlat(network, output.shape());
        return softmax(network).isPresent() ? output.values() : softmax(output.values());
    }

    private static void requireFlat(Network network, Shape output) {
        if (!output.isFlat()) {
            String name = network.outputs().get(0).name();
            throw new InputException(say("viz.class-scores.network-does-classify-one", network.name(), name, output));
        }
    }

    /** Whether the network's output is one number a class. */
    public static boolean classifies(Network network) {
        return network.shape(network.output().name()).isFlat()
                && network.leftOut()
                        .filter(part -> part.part() == LeftOut.Part.SCORES)
                        .isEmpty();
    }

    /** The layer that gives the classes' scores: what the output's softmax takes, or else the output itself. */
    public static String layer(Network network) {
        return softmax(network)
                .map(node -> node.inputs().get(0))
                .orElse(network.output().name());
    }

    /** The softmax whose probabilities are the network's output. */
    private static Optional<Node> softmax(Network network) {
        Node node = network.output();
        while (keepsProbabilities(network, node) && network.has(node.inputs().get(0))) {
            node = network.node(node.inputs().get(0));
        }
        return Optional.of(node).filter(n -> n.layer() instanceof Softmax);
    }

    /** Whether a layer leaves probabilities what they are; means of several positions' are probabilities too. */
    private static boolean keepsProbabilities(Network network, Node node) {
        return node.layer() instanceof Dropout
                || node.layer() instanceof GlobalAveragePool
                || (node.layer() instanceof Flatten
                        && network.shape(node.inputs().get(0)).isFlat());
    }

    /** The name of a class, or its index where it has none. */
    public static String label(Network network, int index) {
        return index < network.labels().size() ? network.labels().get(index) : Integer.toString(index);
    }

    private static float[] softmax(float[] scores) {
        double max = IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i])
                .max()
                .orElse(0);
        double[] e = IntStream.range(0, scores.length)
                .mapToDouble(i -> Math.exp(scores[i] - max))
                .toArray();
        double sum = IntStream.range(0, e.length).mapToDouble(i -> e[i]).sum();
        float[] p = new float[e.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = (float) (e[i] / sum);
        }
        return p;
    }
}
