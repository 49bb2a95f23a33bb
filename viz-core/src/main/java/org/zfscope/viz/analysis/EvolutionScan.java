package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.Target;

/**
 * Looks at the checkpoints of a training one after the other [Zeiler2014 fig. 4]: finds each map's strongest activation
 * over all pictures, and carries those of some maps back to the pixels.
 */
public final class EvolutionScan {

    /**
     * What is asked for.
     *
     * @param layers whose maps are watched; none for every ReLU
     * @param maps how many of a layer's maps are projected, at least one
     * @param seed from which those are drawn: the same seed gives the same maps
     */
    public record Options(List<String> layers, int maps, long seed) {
        public Options {
            layers = List.copyOf(layers);
        }
    }

    /**
     * What was found.
     *
     * @param pictures how many there were
     * @param unreadable how many of them could not be read
     */
    public record Result(List<LayerEvolution> layers, int pictures, int unreadable) {}

    private final Dataset pictures;
    private final Progress progress;
    private final int checkpoints;
    private final List<Watch> watches = new ArrayList<>();
    private final List<Integer> epochs = new ArrayList<>();
    private int unreadable;

    /**
     * Begins.
     *
     * @param last the network of the last checkpoint, whose layers are watched
     * @param checkpoints how many there will be
     * @param progress told of each picture of each checkpoint
     * @throws InputException if the network has no such layer
     */
    public EvolutionScan(Network last, Dataset pictures, int checkpoints, Options options, Progress progress) {
        this.pictures = pictures;
        this.checkpoints = checkpoints;
        this.progress = progress;
        for (String layer : layers(last, options)) {
            watches.add(new Watch(layer, maps(last.shape(layer).channels(), options)));
        }
    }

    private static List<String> layers(Network network, Options options) {
        options.layers().forEach(network::node);
        return options.layers().isEmpty()
                ? network.nodes().stream()
                        .filter(n -> n.layer() instanceof Relu)
                        .map(Network.Node::name)
                        .toList()
                : options.layers();
    }

    /** A random subset, the same for the same seed. */
    private static List<Integer> maps(int all, Options options) {
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, all).boxed().toList());
        Collections.shuffle(shuffled, new Random(options.seed()));
        return shuffled.subList(0, Math.min(Math.max(1, options.maps()), all)).stream()
                .sorted()
                .toList();
    }

    /**
     * Looks at the next checkpoint.
     *
     * @throws InputException if no picture can be read, or a map is not a number in any of them
     */
    public void take(int epoch, Network network) {
        List<String> names = watches.stream().map(watch -> watch.layer).toList();
        long before = (long) epochs.size() * pictures.items().size();
        long all = (long) checkpoints * pictures.items().size();
        Tops tops = new TopActivations(network, new TopActivations.Options(names, 1, Rank.MAX))
                .scan(pictures, (done, total, soFar) -> progress.report(before + done, all));
        unreadable = tops.skipped().size();
        if (unreadable == pictures.items().size()) {
            throw InputException.in(
                    pictures.root(),
                    say(
                            "viz.evolution-scan.has-picture-can-read",
                            tops.skipped().get(0).problem()));
        }
        watches.forEach(watch -> watch.take(network, tops));
        epochs.add(epoch);
    }

    /** All that was found at the checkpoints so far, at least one. */
    public Result result() {
        List<LayerEvolution> layers = watches.stream()
                .map(w -> new LayerEvolution(
                        new FeatureEvolution(w.layer, epochs, w.found), w.maps, w.projections, w.order))
                .toList();
        return new Result(layers, pictures.items().size(), unreadable);
    }

    /** A layer, and what was found at each checkpoint so far. */
    private final class Watch {

        private final String layer;
        private final List<Integer> maps;
        private final List<List<Hit>> found = new ArrayList<>();
        private final List<List<Tensor>> projections = new ArrayList<>();
        private Channels order = Channels.RGB;

        Watch(String layer, List<Integer> maps) {
            this.layer = layer;
            this.maps = maps;
        }

        void take(Network network, Tops tops) {
            LayerTops all = Objects.requireNonNull(tops.layers().get(layer));
            List<Hit> strongest = IntStream.range(0, all.units())
                    .mapToObj(unit -> all.hits(unit).stream().findFirst().orElseThrow(() -> noNumber(network, unit)))
                    .toList();
            found.add(strongest);
            order = network.preprocessing().channels();
            project(network, strongest);
        }

        private InputException noNumber(Network network, int unit) {
            return new InputException(say("viz.evolution-scan.map-layer-network-number", unit, layer, network.name()));
        }

        private void project(Network network, List<Hit> strongest) {
            List<Tensor> projected = new ArrayList<>();
            try (Projector projector = new Projector(network, Method.DECONVNET)) {
                for (int map : maps) {
                    Hit hit = strongest.get(map);
                    Picture picture = Picture.read(pictures.file(hit.picture()), network);
                    try (Activations run = network.forward(picture.input(), Keep.upTo(layer))) {
                        Target target = new Target.Neuron(layer, map, hit.y(), hit.x());
                        projected.add(cut(network, projector.project(run, target)));
                    }
                }
            }
            projections.add(projected);
        }

        private static Tensor cut(Network network, Projection projection) {
            return projection.crop(ReceptiveField.shown(
                    network, projection.unit().layer(), projection.unit().window()));
        }
    }
}
