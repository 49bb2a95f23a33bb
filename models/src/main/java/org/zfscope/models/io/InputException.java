package org.zfscope.models.io;

import java.io.Serial;
import java.nio.file.Path;

/**
 * Something given by the user cannot be used. The message is one line that names the thing, what was expected, what
 * was found, and what to do; front ends print it as it is.
 */
public class InputException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one line; never null, unlike {@link #getMessage}'s of exceptions in general. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** For a file: its name, then what is wrong with it. */
    public static InputException in(Path file, String problem) {
        return new InputException(file + ": " + problem);
    }

    public static InputException in(Path file, String problem, Throwable cause) {
        return new InputException(file + ": " + problem, cause);
    }
}
