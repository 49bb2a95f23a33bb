package org.zfscope.app.task;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Frames that come from outside at their own pace, read on a thread of their own so that a stream that hangs blocks
 * nobody. Only the newest is kept: nothing is queued. Whoever shows frames asks for them; nothing is called back.
 */
public final class Feed implements AutoCloseable {

    /** Where frames come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads on until the stream ends.
         *
         * @param frames takes each frame, and says whether more are wanted
         * @throws Exception what went wrong; whoever shows frames says so
         */
        void read(Predicate<byte[]> frames) throws Exception;
    }

    private final AtomicReference<byte @Nullable []> newest = new AtomicReference<>();
    private final AtomicLong came = new AtomicLong();
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile boolean closed;

    public Feed(Source source) {
        Thread thread = new Thread(() -> run(source), "zfscope-feed");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Source source) {
        try {
            source.read(this::take);
        } catch (Exception | OutOfMemoryError e) {
            failure = Optional.of(e);
        }
    }

    private boolean take(byte[] frame) {
        newest.set(frame);
        came.incrementAndGet();
        return !closed;
    }

    /** The newest frame, once. */
    public Optional<byte[]> newest() {
        return Optional.ofNullable(newest.getAndSet(null));
    }

    /** How many frames came so far. */
    public long came() {
        return came.get();
    }

    /** Why no more frames come. */
    public Optional<Throwable> failure() {
        return failure;
    }

    /** Reading stops at the next frame. */
    @Override
    public void close() {
        closed = true;
    }
}
