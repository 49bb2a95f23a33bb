package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.Activations;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.PatchedRun;

/**
 * What a square that covers a part of the picture takes away [Zeiler2014 fig. 7]. Where a map's total activation falls, the
 * square hides what the map answers to; where the probability of the right class falls, it hides the object.
 *
 * <p>Only what the square touches is computed for each of its places, see {@link PatchedRun}.
 *
 * @param activity each map's total activation by the square's place: [maps, rows, columns]
 * @param unoccluded each map's total activation in the picture itself
 * @param probabilities each class's by the square's place: [classes, rows, columns]; none where the network does not classify
 */
public record Occlusion(Occluder occluder, Tensor activity, double[] unoccluded, Optional<Tensor> probabilities) {

    /** Places that are computed together. */
    private static final int AT_ONCE = 16;

    /**
     * Moves the square over a run's first picture.
     *
     * @param run with everything kept
     * @param layer whose maps are summed
     * @param fill what the square is made of, as the network's input: [channels, height, width]
     * @param progress told of each place
     */
    public static Occlusion of(Activations run, String layer, Occluder occluder, Tensor fill, Progress progress) {
        boolean classifies = ClassScores.classifies(run.network());
        Set<String> wanted = classifies ? Set.of(layer, run.network().output().name()) : Set.of(layer);
        return of(run, layer, wanted, occluder, fill, progress);
    }

    /** The same without classes, so that nothing is computed above the layer. */
    public static Occlusion ofMaps(Activations run, String layer, Occluder occluder, Tensor fill, Progress progress) {
        return of(run, layer, Set.of(layer), occluder, fill, progress);
    }

    private static Occlusion of(
            Activations run, String layer, Set<String> wanted, Occluder occluder, Tensor fill, Progress progress) {
        Network network = run.network();
        Shape input = network.input();
        List<Window> places = occluder.places(input);
        int rows = occluder.rows(input);
        int columns = occluder.columns(input);
        String output = network.output().name();
        boolean classifies = wanted.contains(output) && ClassScores.classifies(network);
        Tensor activity = Tensor.zeros(new Shape(network.shape(layer).channels(), rows, columns));
        Tensor odds = Tensor.zeros(new Shape(network.shape(output).channels(), rows, columns));
        Tensor picture = run.maps(Network.INPUT, 0);
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            List<Window> some = places.subList(from, Math.min(places.size(), from + AT_ONCE));
            List<Window> windows = windows(some, input);
            try (PatchedRun patched = PatchedRun.of(run, patches(picture, fill, some, windows), windows, wanted)) {
                for (int i = 0; i < some.size(); i++) {
                    put(totals(patched.maps(layer, i)), activity, from + i);
                    if (classifies) {
                        put(doubles(ClassScores.probabilities(network, patched.maps(output, i))), odds, from + i);
                    }
                }
            }
            progress.report(from + some.size(), places.size());
        }
        return new Occlusion(
                occluder,
                activity,
                totals(run.maps(layer, 0)),
                Optional.of(odds).filter(p -> classifies));
    }

    /** The squares as far as they are inside the picture, all of one size, so that some hold a little more. */
    private static List<Window> windows(List<Window> squares, Shape input) {
        List<Window> inside = squares.stream().map(s -> s.clip(input)).toList();
        int height = Math.max(1, inside.stream().mapToInt(Window::height).max().orElse(1));
        int width = Math.max(1, inside.stream().mapToInt(Window::width).max().orElse(1));
        return inside.stream().map(w -> w.fit(height, width, input)).toList();
    }

    private static List<Tensor> patches(Tensor picture, Tensor fill, List<Window> squares, List<Window> windows) {
        List<Tensor> patches = new ArrayList<>();
        for (int i = 0; i < squares.size(); i++) {
            patches.add(covered(picture, fill, squares.get(i)).crop(windows.get(i)));
        }
        return patches;
    }

    /** A picture with the fill in a square: [channels, height, width]. */
    public static Tensor covered(Tensor picture, Tensor fill, Window square) {
        Tensor covered = new Tensor(picture.shape(), picture.values().clone());
        Window inside = square.clip(picture.shape());
        for (int c = 0; c < picture.shape().channels(); c++) {
            for (int y = inside.y(); y < inside.bottom(); y++) {
                int at = (c * picture.shape().height() + y) * picture.shape().width() + inside.x();
                System.arraycopy(fill.values(), at, covered.values(), at, inside.width());
            }
        }
        return covered;
    }

    /** The sum of each map's values. */
    public static double[] totals(Tensor maps) {
        int area = maps.shape().area();
        double[] totals = new double[maps.shape().channels()];
        for (int i = 0; i < maps.values().length; i++) {
            totals[i / area] += maps.values()[i];
        }
        return totals;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static void put(double[] values, Tensor all, int place) {
        int area = all.shape().area();
        for (int i = 0; i < values.length; i++) {
            all.values()[i * area + place] = (float) values[i];
        }
    }

    /** One map's total activation: [1, rows, columns]. */
    public Tensor activity(int map) {
        return activity.channel(map);
    }

    /** One class's probability: [1, rows, columns]. */
    public Optional<Tensor> probability(int index) {
        return probabilities.map(p -> p.channel(index));
    }

    /** The likeliest class's index by the square's place, of equals the first: [1, rows, columns]. */
    public Optional<Tensor> labels() {
        return probabilities.map(Occlusion::likeliest);
    }

    private static Tensor likeliest(Tensor odds) {
        int area = odds.shape().area();
        Tensor labels =
                Tensor.zeros(new Shape(1, odds.shape().height(), odds.shape().width()));
        for (int place = 0; place < area; place++) {
            for (int c = 1; c < odds.shape().channels(); c++) {
                int best = (int) labels.values()[place];
                if (odds.values()[c * area + place] > odds.values()[best * area + place]) {
                    labels.values()[place] = c;
                }
            }
        }
        return labels;
    }

    /** The place of a map's smallest value, of equals the first: a square that may hang over the border. */
    public Window lowest(Tensor map, Shape input) {
        int at = 0;
        for (int i = 1; i < map.values().length; i++) {
            at = map.values()[i] < map.values()[at] ? i : at;
        }
        return occluder.places(input).get(at);
    }
}
