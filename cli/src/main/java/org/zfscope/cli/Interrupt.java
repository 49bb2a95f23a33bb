package org.zfscope.cli;

import java.time.Duration;

/** Lets work end cleanly when the user presses Ctrl-C: the process stays until the work is closed, but not for ever. */
final class Interrupt extends Thread implements AutoCloseable {

    private final Thread worker = Thread.currentThread();
    private final Duration patience;
    private volatile boolean requested;

    private Interrupt(Duration patience) {
        this.patience = patience;
    }

    /** Watches over the calling thread's work. */
    static Interrupt watch(Duration patience) {
        Interrupt interrupt = new Interrupt(patience);
        Runtime.getRuntime().addShutdownHook(interrupt);
        return interrupt;
    }

    /** Whether the work should end. */
    boolean requested() {
        return requested;
    }

    @Override
    public void run() {
        requested = true;
        try {
            worker.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(this);
        }
    }
}
