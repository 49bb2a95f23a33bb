package org.zfscope.models;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;

/** One holder of the weights of some layers; they are closed with the last of their holders. */
final class Holding implements AutoCloseable {

    private final List<Weights> weights;
    private final AtomicInteger holders;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Holding(List<Weights> weights, AtomicInteger holders) {
        this.weights = weights;
        this.holders = holders;
    }

    /** The first holder. */
    static Holding of(List<Layer> layers) {
        List<Weights> weights = layers.stream()
                .filter(Weighted.class::isInstance)
                .map(layer -> ((Weighted) layer).weights())
                .distinct()
                .toList();
        return new Holding(weights, new AtomicInteger(1));
    }

    /**
     * One more holder.
     *
     * @throws IllegalStateException if the last one has just let go
     */
    Holding another() {
        if (holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
            throw new IllegalStateException("weights that were closed are used again");
        }
        return new Holding(weights, holders);
    }

    boolean isClosed() {
        return closed.get();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true) && holders.decrementAndGet() == 0) {
            weights.forEach(Weights::close);
        }
    }
}
