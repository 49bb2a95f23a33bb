package org.zfscope.app.viewmodel;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.zfscope.models.io.InputException;

/**
 * What went wrong, for people.
 *
 * @param text one line that says what to do
 * @param details for whoever wants to know exactly
 */
public record Message(String text, String details) {

    /** What to say of a failure. */
    public static Message of(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return new Message(line(failure), trace.toString());
    }

    private static String line(Throwable failure) {
        if (failure instanceof InputException) {
            return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", "; ");
        }
        if (failure instanceof OutOfMemoryError) {
            return "Not enough memory for this; what could be given back has been. Choose a smaller model, or start with"
                    + " more memory: ZFSCOPE_MEMORY=8g";
        }
        return "Something went wrong inside zfscope: " + failure + ". Nothing is lost; the details help to report it.";
    }
}
