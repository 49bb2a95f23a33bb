package org.zfscope.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks the user for files and addresses. No answer means that they have changed their mind. */
public interface FileDialogs {

    /** Files of any kind. */
    List<Path> open(String title);

    /** One file that ends in one of these, as in {@code *.zip}; the user may ask for all others too. */
    Optional<Path> open(String title, String kind, List<String> patterns);

    Optional<Path> folder(String title);

    /** One line of text. */
    Optional<String> text(String title, String what);

    /**
     * Where to save; the system asks before anything is overwritten.
     *
     * @param name without its ending
     * @param kinds the file's name ends as one of them says; the first is the usual one
     */
    Optional<Path> save(String name, List<FileKind> kinds);

    /** Shows a file where it lies, in the system's own program for that. */
    void showInFolder(Path file);
}
