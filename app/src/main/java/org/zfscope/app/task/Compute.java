package org.zfscope.app.task;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Runs one piece of work at a time, away from the interface's thread. A newer request makes an older one's result
 * unwanted: it is dropped, and work that has not begun is skipped.
 */
public final class Compute implements Executor {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread t = new Thread(work, "zfscope-compute");
        t.setDaemon(true);
        return t;
    });
    private final Consumer<Runnable> interfaceThread;
    private final AtomicLong latest = new AtomicLong();

    /** Results are handed over through {@code interfaceThread}. */
    public Compute(Consumer<Runnable> interfaceThread) {
        this.interfaceThread = interfaceThread;
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        long request = latest.incrementAndGet();
        thread.execute(() -> {
            if (request == latest.get()) {
                finish(work, done, failed, request);
            }
        });
    }

    private <T> void finish(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed, long request) {
        try {
            T result = work.call();
            interfaceThread.accept(() -> {
                if (request == latest.get()) {
                    done.accept(result);
                }
            });
        } catch (Exception | OutOfMemoryError e) {
            interfaceThread.accept(() -> failed.accept(e));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
