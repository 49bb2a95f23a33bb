package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.ClassScores;

/**
 * The pictures that each feature map answers to most strongly [Zeiler2014 §4, Fig. 2]: one position a picture, so that
 * nine hits are nine pictures.
 *
 * <p>The result does not depend on the order of the pictures, the number of threads or where a scan was interrupted:
 * pictures are ranked by value, then by path, and the network always runs full batches of {@value #BATCH}
 * (docs/decisions/0010). Memory holds one batch, the pictures decoded ahead of it, and k hits a map.
 *
 * <p>A strong hit says what the unit answers to in these pictures only: another folder may show another meaning.
 */
public final class TopActivations {

    /** Pictures that run forward together; the last batch is filled up with copies. */
    public static final int BATCH = 4;

    /** Batches decoded ahead: some pictures are a hundred times larger than others. */
    private static final int BATCHES_AHEAD = 4;

    /**
     * What is asked for.
     *
     * @param layers whose maps, or units of fully connected layers, are watched
     * @param k how many pictures of each
     */
    public record Options(List<String> layers, int k, Rank rank) {
        public Options {
            layers = List.copyOf(new LinkedHashSet<>(layers));
            if (layers.isEmpty() || k < 1 || k > 1000) {
                throw new IllegalArgumentException(say("viz.top-activations.layer-1-1000-pictures", layers.size(), k));
            }
        }

        /** Of the layers that are named, each by the only end of its name; of the usual ones where none is. */
        public static Options of(Network network, List<String> named, int k, Rank rank) {
            List<String> layers = named.isEmpty()
                    ? usualLayers(network)
                    : named.stream().map(network::named).toList();
            return new Options(layers, k, rank);
        }
    }

    /** Who waits for a scan. */
    @FunctionalInterface
    public interface Listener {
        /** Told before the first batch how many of the pictures an earlier scan has done. */
        default void begins(long done) {}

        /**
         * Told after each picture that was waited for and each layer of a batch: other work may be put in.
         *
         * @throws java.util.concurrent.CancellationException to stop; what was found in the batches before stays
         */
        default void meanwhile() {}

        /**
         * Told after each batch, by the thread that scans.
         *
         * @param done how many of the pictures are behind it
         * @param soFar what was found; valid during the call, and after it for who holds the monitor of its layers
         * @throws java.util.concurrent.CancellationException to stop
         */
        void scanned(long done, long total, Tops soFar);
    }

    private final Network network;
    private final Options options;

    /** Throws InputException if the network has no such layer. */
    public TopActivations(Network network, Options options) {
        this.network = network;
        this.options = options;
        options.layers().forEach(network::node);
    }

    /** The layers that one usually wants to see: all rectifiers and what stands in for them, and the classes' scores. */
    public static List<String> usualLayers(Network network) {
        Set<String> layers = new LinkedHashSet<>();
        network.nodes().stream().filter(node -> answers(node.layer())).forEach(node -> layers.add(node.name()));
        layers.add(ClassScores.layer(network));
        return List.copyOf(layers);
    }

    /** Whether a layer decides what its units answer to; a sigmoid is a gate for other maps. */
    private static boolean answers(Layer layer) {
        return layer instanceof Relu
                || layer instanceof ClippedRelu
                || layer instanceof LeakyRelu
                || layer instanceof ParametricRelu
                || (layer instanceof Activation activation
                        && !(activation.curve() instanceof Curve.Sigmoid
                                || activation.curve() instanceof Curve.HardSigmoid));
    }

    /** Nothing found yet: where a scan begins. */
    public Tops begin() {
        Map<String, LayerTops> layers = new LinkedHashMap<>();
        for (String layer : options.layers()) {
            layers.put(layer, new LayerTops(network.shape(layer).channels(), options.k()));
        }
        return new Tops(0, List.of(), layers);
    }

    /** Scans all pictures. */
    public Tops scan(Dataset dataset, Listener listener) {
        return scan(dataset, begin(), listener);
    }

    /**
     * Goes on with a scan of the same pictures. Those that are damaged are skipped and listed.
     *
     * @param begun what was found before; it is used up
     * @throws org.zfscope.models.io.MachineException if it cannot be told whether one is, as there are no rights to read it,
     *     a disk fails or memory ends; the listener was told of all before its batch
     */
    public Tops scan(Dataset dataset, Tops begun, Listener listener) {
        List<Dataset.Item> items = dataset.items();
        List<Tops.Skipped> skipped = new ArrayList<>(begun.skipped());
        Map<String, LayerTops> layers = begun.layers();
        int done = begun.done();
        listener.begins(done);
        try (ReadAhead ahead =
                new ReadAhead(network, dataset, items.subList(done, items.size()), BATCH * BATCHES_AHEAD)) {
            while (ahead.hasNext()) {
                List<ReadAhead.Read> batch = new ArrayList<>();
                while (batch.size() < BATCH && ahead.hasNext()) {
                    listener.meanwhile();
                    ReadAhead.Read read = ahead.next();
                    done++;
                    read.input()
                            .ifPresentOrElse(
                                    input -> batch.add(read),
                                    () -> skipped.add(
                                            new Tops.Skipped(read.item().path(), read.problem())));
                }
                Tops soFar = new Tops(done, List.copyOf(skipped), layers);
                watch(batch, layers, listener::meanwhile, () -> listener.scanned(soFar.done(), items.size(), soFar));
            }
        }
        return new Tops(done, List.copyOf(skipped), layers);
    }

    /** Nobody who waits for the layers' monitor ever sees a part of a batch. */
    private void watch(List<ReadAhead.Read> batch, Map<String, LayerTops> layers, Runnable meanwhile, Runnable then) {
        if (batch.isEmpty()) {
            synchronized (layers) {
                then.run();
            }
            return;
        }
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            inputs.add(batch.get(Math.min(i, batch.size() - 1)).input().orElseThrow());
        }
        Keep keep = new Keep.Only(Set.copyOf(options.layers()));
        try (Activations run = network.forward(inputs, keep, (layer, all) -> meanwhile.run())) {
            synchronized (layers) {
                layers.forEach((layer, tops) -> watch(run.maps(layer), batch, tops));
                then.run();
            }
        }
    }

    /** Looks at one layer's maps, each picture's largest values first: they decide whether a map is looked at at all. */
    private void watch(Maps maps, List<ReadAhead.Read> batch, LayerTops tops) {
        float[][] maxima = IntStream.range(0, batch.size())
                .parallel()
                .mapToObj(maps::maxima)
                .toArray(float[][]::new);
        IntStream.range(0, tops.units()).parallel().forEach(unit -> {
            for (int i = 0; i < batch.size(); i++) {
                watch(maps, i, maxima[i][unit], batch.get(i).item(), unit, tops);
            }
        });
    }

    private void watch(Maps maps, int i, float max, Dataset.Item picture, int unit, LayerTops tops) {
        if (max > 0) {
            tops.countFired(unit);
        }
        if (options.rank() == Rank.MAX && !tops.wants(unit, max)) {
            return;
        }
        float[] map = new float[maps.shape().area()];
        maps.read(i, unit, map);
        float value = options.rank().value(map, max);
        if (tops.wants(unit, value)) {
            int width = maps.shape().width();
            first(map, max).ifPresent(at -> tops.offer(unit, new Hit(value, picture, at / width, at % width)));
        }
    }

    /** Where the map has this value first, in row-major order; nowhere if nothing in it is a number. */
    private static OptionalInt first(float[] map, float value) {
        return IntStream.range(0, map.length).filter(i -> map[i] == value).findFirst();
    }
}
