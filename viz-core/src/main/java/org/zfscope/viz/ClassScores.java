package org.zfscope.viz;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.tensor.Tensor;

/** What a network says that a picture shows. */
public final class ClassScores {

    /** A class and how likely the network finds it. The label is the index where the network has no names. */
    public record Score(int index, String label, float probability) {}

    private ClassScores() {}

    /**
     * The likeliest classes, best first. Networks that end without a softmax get one.
     *
     * @throws InputException if the network's last layer does not give one number a class
     */
    public static List<Score> top(Activations run, int picture, int count) {
        Network network = run.network();
        Network.Node output = network.output();
        if (!network.shape(output.name()).isFlat()) {
            throw new InputException("network " + network.name() + " does not classify: its last layer " + output.name()
                    + " gives " + network.shape(output.name()));
        }
        Tensor last = run.maps(output.name(), picture);
        float[] p = output.layer() instanceof Softmax ? last.values() : softmax(last.values());
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -p[i]))
                .limit(count)
                .map(i -> new Score(i, label(network, i), p[i]))
                .toList();
    }

    /** The layer that gives the classes' scores: what the last softmax takes, or else the last layer. */
    public static String layer(Network network) {
        List<Network.Node> nodes = network.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).layer() instanceof Softmax) {
                return nodes.get(i).inputs().get(0);
            }
        }
        return network.output().name();
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
