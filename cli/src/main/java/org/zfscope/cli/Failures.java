package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.io.InputException;

/** Puts what went wrong into one line for people. */
final class Failures {

    private Failures() {}

    static String line(Throwable failure) {
        if (failure instanceof InputException
                || failure instanceof UncheckedIOException
                || failure instanceof StandardOutput.Failure) {
            return oneLine(failure.getMessage());
        }
        if (failure instanceof CancellationException) {
            return say("cli.failures.cancelled");
        }
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof OutOfMemoryError) {
                return memory(e);
            }
        }
        return say("cli.failures.internal-error-debug-shows", oneLine(failure.toString()));
    }

    /** Arrays of networks lie outside Java's own memory, but the limit on it bounds them too. */
    private static String memory(Throwable failure) {
        return say(
                "cli.failures.enough-memory-limit-mb",
                Runtime.getRuntime().maxMemory() >> 20,
                oneLine(failure.getMessage()));
    }

    static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", "; ");
    }
}
