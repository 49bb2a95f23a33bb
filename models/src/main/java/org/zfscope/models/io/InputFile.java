package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at what a path leads to before it is opened: a pipe that nobody writes into would never give anything. */
public final class InputFile {

    private InputFile() {}

    /**
     * Says what a path leads to unless it is a plain file.
     *
     * @param expected with its article, for the message
     * @throws InputException if there is nothing, or something else
     */
    public static void check(Path file, String expected) {
        if (Files.isRegularFile(file)) {
            return;
        }
        if (Files.notExists(file)) {
            throw missing(file);
        }
        throw InputException.in(file, say("models.input-file.expected", found(file), expected));
    }

    /** The same for text, which may come from a pipe too. */
    public static void checkText(Path file, String expected) {
        if (Files.notExists(file)) {
            throw missing(file);
        }
        if (Files.isDirectory(file)) {
            throw InputException.in(file, say("models.input-file.folder-expected", expected));
        }
    }

    /**
     * The same for folders.
     *
     * @param expected what to name, for the message
     */
    public static void checkFolder(Path folder, String expected) {
        if (Files.notExists(folder)) {
            throw InputException.in(folder, say("models.input-file.there-such-folder-check"));
        }
        if (!Files.isDirectory(folder)) {
            throw InputException.in(folder, say("models.input-file.folder-name", expected));
        }
    }

    private static InputException missing(Path file) {
        return InputException.in(
                file,
                Files.isSymbolicLink(file)
                        ? say("models.input-file.link-nowhere-there-such")
                        : say("models.input-file.there-such-file-check"));
    }

    private static String found(Path file) {
        if (Files.isDirectory(file)) {
            return say("models.input-file.folder");
        }
        return Files.exists(file)
                ? say("models.input-file.pipe-socket-device")
                : say("models.input-file.cannot-reached");
    }
}
