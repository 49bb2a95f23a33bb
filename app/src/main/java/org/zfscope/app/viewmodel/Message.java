package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Stream;
import org.zfscope.models.io.InputException;

/**
 * What went wrong, for people.
 *
 * @param text one line that says what to do
 * @param details for whoever wants to know exactly
 */
public record Message(String text, String details) {

    /** Causes of causes; they could go in a circle. */
    private static final int DEEPEST = 20;

    /** What to say of a failure. */
    public static Message of(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return new Message(line(failure), trace.toString());
    }

    /** Whether memory ran out, also where a library says so in its own words. */
    static boolean isMemory(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(OutOfMemoryError.class::isInstance);
    }

    private static String line(Throwable failure) {
        if (failure instanceof InputException) {
            return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
        }
        if (isMemory(failure)) {
            return say("app.message.enough-memory-what-could");
        }
        return say("app.message.something-went-wrong-inside", failure);
    }
}
