package org.zfscope.app.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;
import org.zfscope.models.Network;
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
    private final Consumer<IndexFile> found;

    /**
     * A scan with the usual layers.
     *
     * @param file the index; gone on with where it is there
     * @param found told now and then, and at the end, on the interface's thread
     */
    public FolderScan(Engine engine, ModelSource model, Path folder, Path file, Consumer<IndexFile> found) {
        this.engine = engine;
        this.model = model;
        this.folder = folder;
        this.file = file;
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
        return Files.exists(file)
                ? TopIndex.read(file).identity().options()
                : new TopActivations.Options(TopActivations.usualLayers(network), COUNT, Rank.MAX);
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
