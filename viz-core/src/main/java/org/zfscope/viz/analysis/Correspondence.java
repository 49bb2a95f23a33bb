package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.PatchedRun;

/**
 * Whether a network knows that a part of one object is the same as that of another [Zeiler2014 §4.3, table 1]: if it does,
 * hiding the part changes the features of all pictures in the same directions. For each picture i and layer l,
 * eps_i = x_i - x~_i is what hiding changes; Delta = mean over all pairs i, j of H(sign(eps_i), sign(eps_j)), the share of
 * features whose signs differ. Lower is more alike. Random places, as large, are the control.
 *
 * <p>A sign is -1, 0 or 1: most features do not change at all, and more do under a larger square, so only equal squares
 * compare.
 */
public final class Correspondence {

    /** A feature that changes by less than this share of the layer's largest value has not changed. */
    private static final double UNCHANGED = 1e-5;

    private final Network network;
    private final List<String> layers;
    private final Tensor fill;
    private final int square;

    /**
     * With squares of one size.
     *
     * @param fill of which they are made: [channels, height, width] of the network's input
     * @param square their side in pixels of the network's input
     */
    public Correspondence(Network network, List<String> layers, Tensor fill, int square) {
        this.network = network;
        this.layers = List.copyOf(layers);
        this.fill = fill;
        this.square = square;
        layers.forEach(network::node);
    }

    /**
     * What came of one part in one layer.
     *
     * @param delta the mean over all pairs of pictures
     * @param deviation the standard deviation over them
     */
    public record Delta(double delta, double deviation) {}

    /** A part's deltas, one a layer. */
    public record Row(String part, List<Delta> deltas) {
        public Row {
            deltas = List.copyOf(deltas);
        }
    }

    /** Where the square lies when its centre is to be there; it stays inside the picture. */
    public Window square(double row, double column) {
        int y = (int) Math.round(row - (square - 1) / 2.0);
        int x = (int) Math.round(column - (square - 1) / 2.0);
        return new Window(y, x, square, square).fit(square, square, network.input());
    }

    /** A random place of the square inside the picture. */
    public Window random(SplittableRandom random) {
        Shape input = network.input();
        int height = Math.min(square, input.height());
        int width = Math.min(square, input.width());
        return new Window(
                random.nextInt(input.height() - height + 1), random.nextInt(input.width() - width + 1), height, width);
    }

    /**
     * Hides parts.
     *
     * @param pictures each as the network's input
     * @param names of the parts
     * @param squares for each part one for each picture
     * @param progress told after each part
     */
    public List<Row> rows(List<Tensor> pictures, List<String> names, List<List<Window>> squares, Progress progress) {
        List<Activations> runs = new ArrayList<>();
        try {
            pictures.forEach(p -> runs.add(network.forward(p, Keep.everything())));
            List<Row> rows = new ArrayList<>();
            for (int part = 0; part < names.size(); part++) {
                rows.add(new Row(names.get(part), deltas(runs, squares.get(part))));
                progress.report(part + 1L, names.size());
            }
            return rows;
        } finally {
            runs.forEach(Activations::close);
        }
    }

    private List<Delta> deltas(List<Activations> runs, List<Window> squares) {
        List<List<byte[]>> signs = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Tensor picture = runs.get(i).maps(Network.INPUT, 0);
            Window window = squares.get(i);
            List<Tensor> patch =
                    List.of(Occlusion.covered(picture, fill, window).crop(window));
            List<byte[]> own = new ArrayList<>();
            try (PatchedRun hidden = PatchedRun.of(runs.get(i), patch, List.of(window), Set.copyOf(layers))) {
                for (String layer : layers) {
                    own.add(signs(runs.get(i).maps(layer, 0), hidden.maps(layer, 0)));
                }
            }
            signs.add(own);
        }
        List<Delta> deltas = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            int layer = l;
            deltas.add(delta(signs.stream().map(s -> s.get(layer)).toList()));
        }
        return deltas;
    }

    /** The directions in which features change: -1, 0 or 1. */
    static byte[] signs(Tensor before, Tensor after) {
        byte[] signs = new byte[before.values().length];
        double tolerance = UNCHANGED * Math.max(before.maxAbs(), after.maxAbs());
        for (int i = 0; i < signs.length; i++) {
            double change = before.values()[i] - (double) after.values()[i];
            signs[i] = (byte) (Math.abs(change) <= tolerance ? 0 : Math.signum(change));
        }
        return signs;
    }

    /** Of all pairs; the order of a pair does not matter. */
    static Delta delta(List<byte[]> signs) {
        double sum = 0;
        double squares = 0;
        int pairs = 0;
        for (int i = 0; i < signs.size(); i++) {
            for (int j = 0; j < i; j++) {
                double differing = hamming(signs.get(i), signs.get(j));
                sum += differing;
                squares += differing * differing;
                pairs++;
            }
        }
        double mean = sum / pairs;
        return new Delta(mean, Math.sqrt(Math.max(0, squares / pairs - mean * mean)));
    }

    /** The share of places that differ. */
    private static double hamming(byte[] a, byte[] b) {
        int differing = 0;
        for (int i = 0; i < a.length; i++) {
            differing += a[i] == b[i] ? 0 : 1;
        }
        return (double) differing / a.length;
    }

    /**
     * How likely a random place does at least as well as a part: the share of random rows with a delta not larger, where the
     * part itself counts as one.
     */
    public static double p(Row part, List<Row> random, int layer) {
        double delta = part.deltas().get(layer).delta();
        long better = random.stream()
                .filter(r -> r.deltas().get(layer).delta() <= delta)
                .count();
        return (1.0 + better) / (1.0 + random.size());
    }
}
