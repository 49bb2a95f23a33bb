package org.zfscope.app.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projector;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.analysis.ShuffledWeights;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Tile;

/**
 * Networks, runs and projectors, kept ready as long as they are likely to be needed again. Only the compute thread may
 * use it. Files that have changed on the disk are read again.
 */
public final class Engine implements AutoCloseable {

    /** The network shown, the pinned one, and each one's shuffled twin. */
    private static final int NETWORKS = 4;

    /** The picture shown and the pinned one. */
    private static final int RUNS = 2;

    /** One a network and method; they keep flipped filters. */
    private static final int PROJECTORS = 4;

    private static final long CONTROL_SEED = 1;

    /** Whose strongest pictures were looked at last. */
    private static final int UNITS = 16;

    /** Of data sets; some 50 MB. */
    private static final int PICTURES = 256;

    /** Of a large layer, patches and projections. */
    private static final int BLOCKS = 8192;

    private final LruCache<Network> networks = new LruCache<>(NETWORKS, Network::close);
    private final LruCache<Running> runs = new LruCache<>(RUNS, Running::close);
    private final LruCache<Projector> projectors = new LruCache<>(PROJECTORS, Projector::close);
    private final LruCache<HitProjections> hits = new LruCache<>(1, HitProjections::close);
    private final LruCache<UnitTops.Projected> projected = new LruCache<>(UNITS, u -> {});
    private final LruCache<RgbImage> pictures = new LruCache<>(PICTURES, p -> {});
    private final LruCache<Tile> blocks = new LruCache<>(BLOCKS, b -> {});
    private List<Object> blocksOf = List.of();
    private final LruCache<String> misfits = new LruCache<>(NETWORKS, m -> {});

    /**
     * Opens a network.
     *
     * @throws org.zfscope.models.io.InputException if it cannot be used
     */
    Network network(ModelSource model) {
        return networks.get(
                List.of(
                        model,
                        model.file().map(Engine::changed),
                        model.weights().map(Engine::changed)),
                () -> Models.open(model));
    }

    /**
     * Runs a picture through a network.
     *
     * @throws org.zfscope.models.io.InputException if one of the two cannot be used
     */
    Running running(Subject subject) {
        Network network = network(subject.model());
        Object key = List.of(network, subject.picture(), changed(subject.picture()));
        return runs.get(key, () -> Running.of(network, Picture.read(subject.picture(), network)));
    }

    Projector projector(Network network, Method method) {
        return projectors.get(List.of(network, method), () -> new Projector(network, method));
    }

    /** The network with its weights shuffled. */
    Network control(Network network) {
        return networks.get(List.of(network, CONTROL_SEED), () -> ShuffledWeights.of(network, CONTROL_SEED));
    }

    /**
     * A picture of a data set, as the network sees it.
     *
     * @throws org.zfscope.models.io.InputException if it cannot be read
     */
    RgbImage picture(Network network, Path file) {
        return pictures.get(List.of(network, file, changed(file)), () -> network.preprocessing()
                .picture(Picture.read(file, network).input()));
    }

    /** Projects the hits of an index. */
    HitProjections projections(Network network, OpenIndex index, Method method) {
        TopIndex top = index.index();
        return hits.get(
                List.of(network, top.dataset().root(), top.identity().rank(), method),
                () -> new HitProjections(network, top.dataset(), top.identity().rank(), method));
    }

    /** A unit's hits with their projections. */
    UnitTops.Projected projected(List<Object> key, Supplier<UnitTops.Projected> making) {
        return projected.get(key, making);
    }

    /** In words why an index does not tell of a model; empty if it does. */
    String misfit(ModelSource model, OpenIndex index) {
        Network network = network(model);
        return misfits.get(
                List.of(network, index.index().identity()), () -> index.index().misfit(network, model));
    }

    /** Finished blocks of strongest pictures of a layer; those of another layer make room. */
    LruCache<Tile> blocks(Network network, String layer) {
        List<Object> whose = List.of(network, layer);
        if (!whose.equals(blocksOf)) {
            blocks.close();
            blocksOf = whose;
        }
        return blocks;
    }

    /** Milliseconds; 0 for what is no file. */
    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Gives all memory back; what is asked for next is made anew. */
    @Override
    public void close() {
        projected.close();
        pictures.close();
        blocks.close();
        misfits.close();
        hits.close();
        projectors.close();
        runs.close();
        networks.close();
    }
}
