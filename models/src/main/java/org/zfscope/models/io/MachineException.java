package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What was given may well be in order, but this machine cannot get at it now: rights, disks, memory. Another machine, or
 * the same one later, would see it otherwise, so nothing that lasts must depend on it.
 */
public final class MachineException extends InputException {

    @Serial
    private static final long serialVersionUID = 1L;

    public MachineException(String message) {
        super(message);
    }

    public MachineException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A file or folder that could not be read. */
    public static MachineException reading(Path file, IOException cause) {
        return new MachineException(say("models.machine-exception.cannot-read", file, words(cause)), cause);
    }

    /** A file that could not be written. */
    public static MachineException writing(Path file, IOException cause) {
        return new MachineException(say("models.machine-exception.cannot-written", file, words(cause)), cause);
    }

    /** Java's names for what happened, and the path once more, say nothing to people. */
    private static String words(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return say("models.machine-exception.there", missing.getFile());
        }
        if (e instanceof FileAlreadyExistsException there) {
            return say("models.machine-exception.file-in-way", there.getFile());
        }
        if (e instanceof AccessDeniedException) {
            return say("models.machine-exception.permission-denied");
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
