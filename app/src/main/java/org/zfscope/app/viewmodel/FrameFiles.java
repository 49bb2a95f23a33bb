package org.zfscope.app.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.zfscope.models.io.AtomicFile;

/**
 * Frames that are shown get files, so that they can be exported and traced like all pictures. The last ones are kept, and
 * the one that is pinned. Used on the compute thread.
 */
final class FrameFiles {

    private static final int KEPT = 50;

    private final Deque<Path> written = new ArrayDeque<>();
    private Optional<Path> folder = Optional.empty();
    private int number;

    Path write(byte[] jpeg, Optional<Path> pinned) throws IOException {
        Path in = folder.isPresent() ? folder.get() : Files.createTempDirectory("zfscope-live");
        folder = Optional.of(in);
        Path file = in.resolve(String.format(Locale.ROOT, "frame-%06d.jpg", number++));
        AtomicFile.write(file, out -> out.write(jpeg));
        written.add(file);
        if (written.size() > KEPT) {
            Path oldest = written.remove();
            if (pinned.filter(oldest::equals).isPresent()) {
                written.add(oldest);
            } else {
                Files.deleteIfExists(oldest);
            }
        }
        return file;
    }

    /** All of them. */
    void delete() {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            if (folder.isPresent()) {
                Files.deleteIfExists(folder.get());
            }
        } catch (IOException e) {
            // they lie in the system's folder for temporary files, which it tidies up itself
        }
    }
}
