package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.ClassScores;

/**
 * How far a layer's features go when the picture is moved [Zeiler2014 fig. 5]: the Euclidean distance between the feature
 * vectors of the picture and of the moved one, and how likely the picture's class still is. What is invariant stays near
 * zero. Layers have their own units, so compare curves after dividing each by its largest value.
 *
 * @param amounts by which the picture was moved
 * @param layers one for each list of distances
 * @param raw by layer and amount
 * @param unit the same of feature vectors scaled to length 1; 0 to 2, and at most the square root of 2 where no feature is
 *     negative
 * @param label the class
 * @param probabilities by amount; empty where the network does not classify
 */
public record Invariance(
        Movement movement,
        List<Double> amounts,
        List<String> layers,
        List<List<Double>> raw,
        List<List<Double>> unit,
        int label,
        List<Double> probabilities) {

    private static final int AT_ONCE = 7;

    public Invariance {
        amounts = List.copyOf(amounts);
        layers = List.copyOf(layers);
        raw = List.copyOf(raw);
        unit = List.copyOf(unit);
        probabilities = List.copyOf(probabilities);
    }

    /**
     * Moves one picture.
     *
     * @param picture the network's input
     * @param fill for what is uncovered, of the same shape
     * @param label the class; usually the likeliest of the picture itself
     * @param progress told of each moved picture
     */
    public static Invariance of(
            Network network,
            Tensor picture,
            Movement movement,
            Sweep sweep,
            Tensor fill,
            List<String> layers,
            Optional<Integer> label,
            Progress progress) {
        Series series = new Series(network, layers, label);
        List<Double> amounts = sweep.amounts();
        for (int from = 0; from < amounts.size(); from += AT_ONCE) {
            List<Tensor> batch = new ArrayList<>(List.of(picture));
            for (double amount : amounts.subList(from, Math.min(amounts.size(), from + AT_ONCE))) {
                batch.add(movement.move(picture, fill, amount));
            }
            series.add(batch);
            progress.report(from + batch.size() - 1, amounts.size());
        }
        return new Invariance(movement, amounts, layers, series.raw, series.unit, series.shown(), series.probabilities);
    }

    /** What has been measured so far. The picture itself runs in each batch, so that equal pictures are treated equally. */
    private static final class Series {
        private final Network network;
        private final List<String> layers;
        private final List<List<Double>> raw = new ArrayList<>();
        private final List<List<Double>> unit = new ArrayList<>();
        private final List<Double> probabilities = new ArrayList<>();
        private Optional<Integer> label;

        Series(Network network, List<String> layers, Optional<Integer> label) {
            this.network = network;
            this.layers = layers;
            this.label = label;
            layers.forEach(layer -> {
                network.node(layer);
                raw.add(new ArrayList<>());
                unit.add(new ArrayList<>());
            });
        }

        void add(List<Tensor> batch) {
            String output = network.output().name();
            List<String> kept = new ArrayList<>(layers);
            kept.add(output);
            try (Activations run =
                    network.forward(batch, Keep.only(Set.copyOf(kept).toArray(String[]::new)))) {
                for (int l = 0; l < layers.size(); l++) {
                    Tensor still = run.maps(layers.get(l), 0);
                    for (int i = 1; i < batch.size(); i++) {
                        Tensor moved = run.maps(layers.get(l), i);
                        raw.get(l).add(distance(still, 1, moved, 1));
                        unit.get(l).add(distance(still, length(still), moved, length(moved)));
                    }
                }
                if (ClassScores.classifies(network)) {
                    probabilities(run, output, batch.size());
                }
            }
        }

        private void probabilities(Activations run, String output, int pictures) {
            if (label.isEmpty()) {
                label = Optional.of(ClassScores.top(run, 0, 1).get(0).index());
            }
            for (int i = 1; i < pictures; i++) {
                probabilities.add((double) ClassScores.probabilities(network, run.maps(output, i))[label.get()]);
            }
        }

        int shown() {
            return label.orElse(0);
        }
    }

    private static double length(Tensor features) {
        return distance(features, 1, Tensor.zeros(features.shape()), 1);
    }

    /** Of both divided by their scales; what is zero stays zero. */
    private static double distance(Tensor a, double scaleA, Tensor b, double scaleB) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            double apart = scaled(a.values()[i], scaleA) - scaled(b.values()[i], scaleB);
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    private static double scaled(double value, double scale) {
        return scale == 0 ? 0 : value / scale;
    }

    /** A layer's distances, one kind of them. */
    public List<Double> distances(int layer, Distance kind) {
        return kind == Distance.RAW ? raw.get(layer) : unit.get(layer);
    }

    /** Which feature vectors are compared. */
    public enum Distance {
        /** As they are. */
        RAW,
        /** Scaled to length 1. */
        UNIT
    }

    /**
     * How early a curve is near its top: its mean over its largest value, 0 to 1. A layer that is sensitive to small
     * movements has more.
     */
    public double rise(int layer, Distance kind) {
        List<Double> distances = distances(layer, kind);
        double most = distances.stream().mapToDouble(d -> d).max().orElse(0);
        return most == 0 ? 0 : distances.stream().mapToDouble(d -> d).average().orElse(0) / most;
    }
}
