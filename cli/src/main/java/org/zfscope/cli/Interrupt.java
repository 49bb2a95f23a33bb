package org.zfscope.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.zfscope.models.io.AtomicFile;

/**
 * What is still done when a signal (Ctrl-C, kill) ends the program: last what the work asked for, then half-written files
 * go. The work itself is not waited for: its step may take seconds, and a thread that calls {@link System#exit} never
 * comes back. The system's exit code stays, 130 or 143.
 */
final class Interrupt extends Thread {

    private static final Interrupt HOOK = new Interrupt();

    /** The latest first; guarded by itself. */
    private final Deque<Runnable> wishes = new ArrayDeque<>();

    private volatile boolean came;

    private Interrupt() {}

    static {
        Runtime.getRuntime().addShutdownHook(HOOK);
    }

    /** Watches over this process from now on. */
    static void watch() {
        // loading the class does it
    }

    /**
     * Does work.
     *
     * @param last done if a signal comes meanwhile, by a thread of its own; it should take a second at most
     */
    static <T> T during(Runnable last, Supplier<T> work) {
        synchronized (HOOK.wishes) {
            HOOK.wishes.push(last);
        }
        try {
            return work.get();
        } finally {
            synchronized (HOOK.wishes) {
                HOOK.wishes.remove(last);
            }
        }
    }

    /** Whether the process is ending. */
    static boolean came() {
        return HOOK.came;
    }

    @Override
    public void run() {
        came = true;
        try {
            synchronized (wishes) {
                wishes.forEach(Runnable::run);
            }
        } finally {
            AtomicFile.end();
        }
    }
}
