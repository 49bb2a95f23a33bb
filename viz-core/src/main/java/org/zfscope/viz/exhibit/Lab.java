package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projector;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.index.Coverage;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.render.Tile;

/**
 * Where answers are worked out: networks, runs and projectors, kept ready as long as they are likely to be needed again.
 * Exhibits ask for them each time and close none; who opens the lab closes it. Only one thread may use it. Files that have
 * changed on the disk are read again.
 */
public final class Lab implements AutoCloseable {

    /**
     * How much is kept ready.
     *
     * @param projectors one a network and method; they keep flipped filters
     * @param pictures of data sets, as a network sees them
     * @param tiles of one layer, that took long to make
     * @param wholeRuns whether a run keeps more than it was asked for, so that it can answer other questions too
     */
    public record Capacity(int networks, int runs, int projectors, int pictures, int tiles, boolean wholeRuns) {

        /** For one exhibit, or several alike. */
        public static final Capacity ONE = new Capacity(1, 1, 1, 1, 1, false);
    }

    private final Function<ModelSource, Network> opening;
    private final Capacity capacity;
    private final LruCache<Network> networks;
    private final LruCache<Network> changed;
    private final LruCache<PictureRun> runs;
    private final LruCache<Projector> projectors;
    private final LruCache<HitProjections> hits = new LruCache<>(1, HitProjections::close);
    private final LruCache<RgbImage> pictures;
    private final LruCache<String> misfits;
    private final LruCache<TopIndex> covered = new LruCache<>(2, index -> {});
    private final LruCache<Tile> tiles;
    private List<Object> tilesOf = List.of();

    /** With networks that are opened so; the lab closes them. */
    public Lab(Function<ModelSource, Network> opening, Capacity capacity) {
        this.opening = opening;
        this.capacity = capacity;
        this.networks = new LruCache<>(capacity.networks(), Network::close);
        this.changed = new LruCache<>(capacity.networks(), n -> {}); // of the weights of those above
        this.runs = new LruCache<>(capacity.runs(), PictureRun::close);
        this.projectors = new LruCache<>(capacity.projectors(), Projector::close);
        this.pictures = new LruCache<>(capacity.pictures(), p -> {});
        this.misfits = new LruCache<>(capacity.networks(), m -> {});
        this.tiles = new LruCache<>(capacity.tiles(), t -> {});
    }

    /**
     * A network, opened.
     *
     * @throws InputException if it cannot be used
     */
    public Network network(ModelSource model) {
        ModelSource itself = model.withPictures(Optional.empty());
        Network network = networks.get(
                List.of(itself, model.file().map(Lab::changed), model.weights().map(Lab::changed)),
                () -> opening.apply(itself));
        return model.pictures()
                .map(how -> changed.get(List.of(network, how), () -> network.with(how)))
                .orElse(network);
    }

    /**
     * A subject's picture, run through its network.
     *
     * @param needed what the run must have kept; it may have kept more
     * @throws InputException if network or picture cannot be used, or there is no picture
     */
    public PictureRun run(Subject subject, Keep needed) {
        Network network = network(subject.model());
        Path picture = subject.picture().orElseThrow(() -> new InputException(say("viz.lab.there-picture-open-one")));
        Keep kept = capacity.wholeRuns() ? Keep.everything() : needed;
        return runs.get(
                List.of(network, picture, changed(picture), kept),
                () -> PictureRun.of(network, Picture.read(picture, network), kept));
    }

    public Projector projector(Network network, Method method) {
        return projectors.get(List.of(network, method), () -> new Projector(network, method));
    }

    /** Projects the hits of an index. */
    public HitProjections hits(Network network, IndexFile index, Method method) {
        TopIndex top = index.index();
        return hits.get(
                List.of(network, top.dataset().root(), top.identity().rank(), method),
                () -> new HitProjections(network, top.dataset(), top.identity().rank(), method));
    }

    /**
     * A picture of a data set, as the network sees it.
     *
     * @throws InputException if it cannot be read
     */
    public RgbImage picture(Network network, Path file) {
        return pictures.get(List.of(network, file, changed(file)), () -> network.preprocessing()
                .picture(Picture.read(file, network).input()));
    }

    /** An index with all layers that it tells of, also those that were not watched. */
    public TopIndex covered(Network network, IndexFile index) {
        return covered.get(List.of(network, index), () -> Coverage.of(network, index.index()));
    }

    /** In words why an index does not tell of a model; empty if it does. */
    public String misfit(ModelSource model, IndexFile index) {
        Network network = network(model);
        return misfits.get(
                List.of(network, index.index().identity()), () -> index.index().misfit(network, model));
    }

    /** Finished tiles of a layer; those of another layer make room. */
    LruCache<Tile> tiles(Network network, String layer) {
        List<Object> whose = List.of(network, layer);
        if (!whose.equals(tilesOf)) {
            tiles.close();
            tilesOf = whose;
        }
        return tiles;
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
        pictures.close();
        tiles.close();
        misfits.close();
        covered.close();
        hits.close();
        projectors.close();
        runs.close();
        changed.close();
        networks.close();
    }
}
