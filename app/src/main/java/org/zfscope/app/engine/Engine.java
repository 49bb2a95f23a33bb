package org.zfscope.app.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.zoo.Models;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Shuffled;

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

    private final Kept<Network> networks = new Kept<>(NETWORKS, n -> {});
    private final Kept<Running> runs = new Kept<>(RUNS, Running::close);
    private final Kept<Projector> projectors = new Kept<>(PROJECTORS, Projector::close);

    /**
     * Opens a network.
     *
     * @throws org.zfscope.models.io.InputException if it cannot be used
     */
    Network network(String model) {
        return networks.get(List.of(model, changed(Path.of(model))), () -> Models.open(model));
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
        return networks.get(List.of(network, CONTROL_SEED), () -> Shuffled.of(network, CONTROL_SEED));
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
        projectors.close();
        runs.close();
        networks.close();
    }
}
