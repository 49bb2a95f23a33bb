package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.IndexedScan;
import org.zfscope.viz.index.TopIndex;

/** Scans a folder of pictures, or goes on with an index of it, and shows now and then what was found so far. */
public final class FolderScan implements Work {

    /** From one showing to the next, at least. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private static final int COUNT = 9;

    private final Engine engine;
    private final ModelSource model;
    private final Path folder;
    private final Path file;
    private final Optional<List<String>> layers;
    private final Consumer<IndexFile> found;

    /**
     * A scan.
     *
     * @param file the index; gone on with where it is there
     * @param layers to be watched; none for those of the index, or the usual ones
     * @param found told now and then, and at the end, on the interface's thread
     */
    public FolderScan(
            Engine engine,
            ModelSource model,
            Path folder,
            Path file,
            Optional<List<String>> layers,
            Consumer<IndexFile> found) {
        this.engine = engine;
        this.model = model;
        this.folder = folder;
        this.file = file;
        this.layers = layers;
        this.found = found;
    }

    @Override
    public void run(Ticket ticket) {
        // while it scans, other networks may take this one's place in the engine
        try (Network own = engine.lab().network(model).shared()) {
            IndexedScan scan = scan(own);
            TopIndex whole = scan.resume(new Preview(ticket, scan));
            ticket.hand(() -> found.accept(new IndexFile(file, whole)));
        }
    }

    private IndexedScan scan(Network network) {
        Identity identity = Identity.of(network, model, options(network));
        return new IndexedScan(network, identity, Dataset.folder(folder), file, IndexedScan.PAUSE);
    }

    /** An index that was begun elsewhere may watch other layers. */
    private TopActivations.Options options(Network network) {
        if (!Files.exists(file)) {
            List<String> watched = layers.orElseGet(() -> TopActivations.usualLayers(network));
            return new TopActivations.Options(watched, COUNT, Rank.MAX);
        }
        TopActivations.Options begun = TopIndex.read(file).identity().options();
        if (layers.filter(wanted -> !wanted.equals(begun.layers())).isPresent()) {
            throw InputException.in(file, say("app.folder-scan.other-layers"));
        }
        return begun;
    }

    /** Copies what was found so far. Before it does again, the scan gets as much time as the looks at it took. */
    private final class Preview implements TopActivations.Listener {

        private final Ticket ticket;
        private final IndexedScan scan;
        private long shown = System.nanoTime() - PAUSE;
        private long looked;

        Preview(Ticket ticket, IndexedScan scan) {
            this.ticket = ticket;
            this.scan = scan;
        }

        @Override
        public void meanwhile() {
            long start = System.nanoTime();
            ticket.check();
            looked += System.nanoTime() - start;
        }

        @Override
        public void scanned(long done, long total, Tops soFar) {
            long start = System.nanoTime();
            ticket.report(done, total);
            long now = System.nanoTime();
            looked += now - start;
            if (now - shown - looked >= Math.max(PAUSE, looked)) {
                shown = now;
                looked = 0;
                IndexFile copy = new IndexFile(file, new TopIndex(scan.identity(), scan.dataset(), soFar.copy()));
                ticket.hand(() -> found.accept(copy));
            }
        }
    }
}
