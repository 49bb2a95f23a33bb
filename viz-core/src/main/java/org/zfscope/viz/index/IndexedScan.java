package org.zfscope.viz.index;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.zfscope.models.Network;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;

/**
 * A scan that keeps its index in a file while it runs, so that it can go on after whatever ended it: the finished file is
 * the same, byte for byte, however often that was.
 *
 * @param file the index; replaced as a whole every {@code pause}, or less often where that would take long
 */
public record IndexedScan(Network network, Identity identity, Dataset dataset, Path file, Duration pause) {

    /** How often a scan usually saves: what is lost at most. */
    public static final Duration PAUSE = Duration.ofSeconds(20);

    /** The scan goes on for as many times as long as a saving took, at least. */
    private static final int SHARE = 50;

    /** A scan of these pictures, wherever the program is started from. */
    public IndexedScan {
        dataset = new Dataset(dataset.root().toAbsolutePath().normalize(), dataset.items());
    }

    /**
     * Begins anew.
     *
     * @param listener may stop the scan by a CancellationException; what was found until then is in the file
     * @throws InputException if the file is there already, or another scan writes it
     */
    public TopIndex start(TopActivations.Listener listener) {
        TopActivations activations = activations(); // what is wrong with the options comes before any folder is made
        return Claim.during(file, () -> begin(activations, listener));
    }

    private TopIndex begin(TopActivations activations, TopActivations.Listener listener) {
        if (Files.exists(file)) {
            throw InputException.in(file, say("viz.indexed-scan.there-already-go-resume"));
        }
        return run(activations, activations.begin(), listener);
    }

    /**
     * Goes on with what the file holds; begins if there is none.
     *
     * @throws InputException if the file was made with another model, other options or other pictures, or another scan
     *     writes it
     */
    public TopIndex resume(TopActivations.Listener listener) {
        TopActivations activations = activations();
        return Claim.during(
                file, () -> Files.exists(file) ? goOn(activations, listener) : begin(activations, listener));
    }

    private TopIndex goOn(TopActivations activations, TopActivations.Listener listener) {
        TopIndex begun = TopIndex.read(file);
        String difference = begun.identity().difference(identity);
        if (!difference.isEmpty()) {
            throw InputException.in(file, say("viz.indexed-scan.begun-choose-another-place", difference));
        }
        if (!begun.dataset().equals(dataset)) {
            throw InputException.in(
                    file,
                    say(
                            "viz.indexed-scan.begun-over-pictures-now",
                            begun.dataset().items().size(),
                            begun.dataset().root(),
                            dataset.items().size(),
                            dataset.root()));
        }
        return begun.complete() ? begun : run(activations, begun.tops(), listener);
    }

    private TopActivations activations() {
        return new TopActivations(network, identity.options());
    }

    private TopIndex run(TopActivations activations, Tops begun, TopActivations.Listener listener) {
        Saving saving = new Saving(listener);
        try {
            TopIndex index = new TopIndex(identity, dataset, activations.scan(dataset, begun, saving));
            index.write(file);
            return index;
        } catch (MachineException e) {
            saving.saveLast();
            throw e;
        }
    }

    /** Saves now and then, and when the scan is stopped. */
    private final class Saving implements TopActivations.Listener {

        private final TopActivations.Listener then;
        private Optional<Tops> last = Optional.empty();
        private long next = System.nanoTime() + pause.toNanos();

        Saving(TopActivations.Listener then) {
            this.then = then;
        }

        @Override
        public void begins(long done) {
            then.begins(done);
        }

        @Override
        public void meanwhile() {
            try {
                then.meanwhile();
            } catch (CancellationException e) {
                saveLast();
                throw e;
            }
        }

        @Override
        public void scanned(long done, long total, Tops soFar) {
            last = Optional.of(soFar);
            try {
                then.scanned(done, total, soFar);
            } catch (CancellationException e) {
                save(soFar);
                throw e;
            }
            long start = System.nanoTime();
            if (start >= next) {
                save(soFar);
                long end = System.nanoTime();
                next = end + Math.max(pause.toNanos(), SHARE * (end - start));
            }
        }

        void saveLast() {
            last.ifPresent(this::save);
        }

        private void save(Tops soFar) {
            new TopIndex(identity, dataset, soFar).write(file);
        }
    }
}
