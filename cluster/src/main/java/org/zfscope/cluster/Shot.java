package org.zfscope.cluster;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset;

/**
 * A picture's file on its way to who scans it.
 *
 * @param item where it is below the root of all pictures, and its class
 */
record Shot(Dataset.Item item, byte[] bytes) {

    /** More is no picture; decoders will say that it ends too early. */
    static final int MOST_BYTES = 1 << 29;

    /**
     * Puts it where its path says, below a folder.
     *
     * @param folder absolute and without detours
     * @throws InputException if the path leads elsewhere
     */
    void unpack(Path folder) {
        Path file = place(folder);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(Path folder) {
        try {
            Path file = folder.resolve(item.path()).normalize();
            if (file.startsWith(folder)
                    && !file.equals(folder)
                    && folder.relativize(file).toString().equals(item.path())) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new InputException(say("cluster.shot.path", item.path()), e);
        }
        throw new InputException(say("cluster.shot.path", item.path()));
    }
}
