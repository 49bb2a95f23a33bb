package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.index.TopIndex;

/**
 * An index of strongest pictures as it is at one moment, with the file that it is kept in. While a scan goes on newer ones
 * follow; each is only equal to itself, as comparing all hits would take long.
 */
public final class IndexFile {

    private final Path file;
    private final TopIndex index;

    public IndexFile(Path file, TopIndex index) {
        this.file = file;
        this.index = index;
    }

    /**
     * Reads an index.
     *
     * @throws InputException if the file is none, or is damaged
     */
    public static IndexFile read(Path file) {
        return new IndexFile(file, TopIndex.read(file));
    }

    /** Where it is kept. */
    public Path file() {
        return file;
    }

    public TopIndex index() {
        return index;
    }

    /** Whether the folder of its pictures is there. */
    public boolean hasPictures() {
        return Files.isDirectory(index.dataset().root());
    }

    /**
     * The same with its pictures in another folder.
     *
     * @throws InputException if that folder has not even the first of them
     */
    public IndexFile movedTo(Path root) {
        TopIndex moved = index.movedTo(root);
        Path first = moved.dataset().file(moved.dataset().items().get(0));
        if (!Files.isRegularFile(first)) {
            throw InputException.in(root, say("viz.index-file.does-hold-pictures-there", file, first));
        }
        return new IndexFile(file, moved);
    }
}
