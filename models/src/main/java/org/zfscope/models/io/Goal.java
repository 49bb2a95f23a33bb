package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Where the bytes of a file that the user named go in truth: behind its links.
 *
 * @param given as the user named it
 * @param path no link; or one of the process's own streams
 * @param file whether it is replaced as a whole; a device, a pipe or a stream is written into
 */
record Goal(Path given, Path path, boolean file) {

    /** More links in a row than any system follows. */
    private static final int LINKS = 40;

    /** A new file in their place would miss what was redirected, and what is printed besides. */
    private static final Map<String, FileDescriptor> STREAMS = Map.of(
            "/dev/stdout", FileDescriptor.out,
            "/dev/fd/1", FileDescriptor.out,
            "/proc/self/fd/1", FileDescriptor.out,
            "/dev/stderr", FileDescriptor.err,
            "/dev/fd/2", FileDescriptor.err,
            "/proc/self/fd/2", FileDescriptor.err);

    /** Throws InputException if it is a folder, or a link to nowhere. */
    static Goal of(Path given) {
        Path path = given.toAbsolutePath();
        try {
            for (int links = 0; !isStream(path) && Files.isSymbolicLink(path); links++) {
                if (links == LINKS) {
                    throw InputException.in(given, say("models.goal.link-leads-back-itself"));
                }
                path = path.resolveSibling(Files.readSymbolicLink(path));
            }
        } catch (IOException e) {
            throw MachineException.writing(given, e);
        }
        if (path.getFileName() == null || Files.isDirectory(path)) {
            throw InputException.in(given, say("models.goal.folder-name-file-write"));
        }
        return new Goal(given, path, !isStream(path) && isFile(path));
    }

    private static boolean isStream(Path path) {
        return STREAMS.containsKey(path.toString());
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Opens what is no file. */
    OutputStream open() throws IOException {
        FileDescriptor stream = STREAMS.get(path.toString());
        return stream == null
                ? Files.newOutputStream(path, StandardOpenOption.WRITE)
                : new FileOutputStream(stream) {
                    @Override
                    public void close() {
                        // the process goes on printing
                    }
                };
    }
}
