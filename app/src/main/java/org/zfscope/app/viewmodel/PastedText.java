package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.io.InputException;

/** Text that names files: paths or {@code file:} addresses, one a line, as terminals and file managers copy them. */
final class PastedText {

    private static final int LONGEST = 80;

    private PastedText() {}

    /**
     * The files.
     *
     * @throws InputException if a line names none
     */
    static List<Path> files(String text) {
        return text.strip().lines().map(PastedText::file).toList();
    }

    private static Path file(String line) {
        String bare = line.strip().replaceAll("^(['\"])(.*)\\1$", "$2");
        return path(bare).filter(Files::exists).orElseThrow(() -> {
            String shown = bare.length() > LONGEST ? bare.substring(0, LONGEST) + " …" : bare;
            return new InputException(say("app.pasted-text.text-names-file-picture", shown));
        });
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no path at all
        }
    }
}
