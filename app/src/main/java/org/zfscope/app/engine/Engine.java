package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.analysis.ShuffledWeights;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.LruCache;

/** Where the window's answers are worked out. Only the compute thread may use it. */
public final class Engine implements AutoCloseable {

    /**
     * Networks: the one shown, the pinned one, and the one before. Runs: the picture shown and the pinned one. Of data sets'
     * pictures, some 50 MB; of a large layer's tiles, patches and projections.
     */
    private static final Lab.Capacity WINDOW = new Lab.Capacity(3, 2, 4, 256, 8192, true);

    static final long CONTROL_SEED = 1;

    /** Whose strongest pictures were looked at last. */
    private static final int UNITS = 16;

    private final Lab lab = new Lab(Models::open, WINDOW);
    private final LruCache<Network> controls = new LruCache<>(1, Network::close);
    private final LruCache<UnitHits.Result> found = new LruCache<>(UNITS, u -> {});

    Lab lab() {
        return lab;
    }

    /** A lab for one long answer: looks between two of its steps may close what this one holds. Who opens it closes it. */
    Lab another() {
        return new Lab(model -> lab.network(model).shared(), Lab.Capacity.ONE);
    }

    /** A lab for networks that the window does not show. Who opens it closes it. */
    Lab apart() {
        return new Lab(Models::open, Lab.Capacity.ONE);
    }

    /** The network with its weights shuffled. */
    Network control(Network network) {
        return controls.get(network, () -> ShuffledWeights.of(network, CONTROL_SEED));
    }

    /**
     * Reads an index that was made with the given model.
     *
     * @param model what is open, if anything is
     * @throws InputException if it is none, or was made with another model
     */
    public IndexFile index(Optional<ModelSource> model, Path file) {
        IndexFile read = IndexFile.read(file);
        model.map(m -> lab.misfit(m, read)).filter(misfit -> !misfit.isEmpty()).ifPresent(misfit -> {
            throw InputException.in(file, say("app.engine.open-model-first-scan", misfit));
        });
        return read;
    }

    /** A unit's hits with their projections. */
    UnitHits.Result found(Object key, Supplier<UnitHits.Result> making) {
        return found.get(key, making);
    }

    /** Gives all memory back; what is asked for next is made anew. */
    @Override
    public void close() {
        found.close();
        lab.close();
        controls.close();
    }
}
