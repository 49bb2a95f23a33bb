package org.zfscope.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.io.InputException;

/** Puts what went wrong into one line for people. */
final class Failures {

    private Failures() {}

    static String line(Throwable failure) {
        if (failure instanceof InputException || failure instanceof UncheckedIOException) {
            return oneLine(failure.getMessage());
        }
        if (failure instanceof CancellationException) {
            return "cancelled";
        }
        if (failure instanceof OutOfMemoryError) {
            return "not enough memory; close other programs, or give more with ZFSCOPE_MEMORY=8g: "
                    + oneLine(failure.getMessage());
        }
        return "internal error: " + oneLine(failure.toString()) + " (--debug shows where)";
    }

    static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", "; ");
    }
}
