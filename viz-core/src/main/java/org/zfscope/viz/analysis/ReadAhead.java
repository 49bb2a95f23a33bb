package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;

/**
 * Pictures, decoded and prepared in their order while the network works on those before them, by the pool that Java's
 * parallel streams use too: what runs beside the network must not have more threads than the machine has cores. So many
 * are ready at most that memory stays bounded. Closing it drops what was not taken.
 */
final class ReadAhead implements AutoCloseable {

    /**
     * A picture as the network gets it, or why there is none.
     *
     * @param problem empty if there is an input
     */
    record Read(Dataset.Item item, Optional<Tensor> input, String problem) {}

    private final Network network;
    private final Dataset dataset;
    private final Iterator<Dataset.Item> left;
    private final int ahead;
    private final Deque<ForkJoinTask<Read>> ready = new ArrayDeque<>();

    /** Reads {@code ahead} pictures before they are asked for. */
    ReadAhead(Network network, Dataset dataset, List<Dataset.Item> items, int ahead) {
        this.network = network;
        this.dataset = dataset;
        this.left = items.iterator();
        this.ahead = ahead;
        fill();
    }

    private void fill() {
        while (ready.size() < ahead && left.hasNext()) {
            Dataset.Item item = left.next();
            ready.add(ForkJoinTask.adapt(() -> read(item)).fork());
        }
    }

    /** What belongs to the picture is told of it; what belongs to the machine ends the scan. */
    private Read read(Dataset.Item item) {
        Path file = dataset.file(item);
        if (!Files.isRegularFile(file)) {
            throw new MachineException(say("viz.read-ahead.longer-there-cannot-reached", file));
        }
        try {
            Tensor input = Picture.read(file, network).input();
            return new Read(item, Optional.of(input), "");
        } catch (MachineException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw new MachineException(say("viz.read-ahead.needs-more-memory-there", file), e);
        } catch (InputException e) {
            return new Read(item, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    boolean hasNext() {
        return !ready.isEmpty();
    }

    /**
     * The next one.
     *
     * @throws MachineException if it cannot be told whether it is a picture
     */
    Read next() {
        Read read = ready.remove().join();
        fill();
        return read;
    }

    @Override
    public void close() {
        ready.forEach(task -> task.cancel(false));
    }
}
