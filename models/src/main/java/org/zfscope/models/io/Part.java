package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that grows beside its place, hidden, until it is complete. Closing it removes it unless it was moved. */
final class Part implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("\\..+\\.(\\d{1,18})-\\d+\\.part");

    /** All that this process is writing; guarded by itself. */
    private static final Set<Path> OPEN = new HashSet<>();

    private static boolean ended;

    private final Path place;
    private final Path part;

    private Part(Path place, Path part) {
        this.place = place;
        this.part = part;
    }

    /** Writes the whole content; creates missing parent folders. */
    static Part of(Path place, AtomicFile.Content content) throws IOException {
        Path parent = Objects.requireNonNull(place.getParent());
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        Path path = parent.resolve(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
        Part part = new Part(place, path);
        try (OutputStream out = new BufferedOutputStream(create(path))) {
            content.writeTo(out);
        } catch (Throwable e) {
            part.close();
            throw e;
        }
        return part;
    }

    private static OutputStream create(Path path) throws IOException {
        synchronized (OPEN) {
            if (ended) {
                throw new CancellationException(say("models.part.program-ending"));
            }
            OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OPEN.add(path);
            return out;
        }
    }

    /** Puts it in its place, over what was there. */
    void move() throws IOException {
        synchronized (OPEN) {
            if (ended) {
                throw new CancellationException(say("models.part.program-ending"));
            }
            try {
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
            }
            OPEN.remove(part);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (OPEN) {
            Files.deleteIfExists(part);
            OPEN.remove(part);
        }
    }

    /** Removes all that are not complete; from now on there are no new ones. */
    static void end() {
        synchronized (OPEN) {
            ended = true;
            // one that cannot be deleted is found by whoever tidies up later
            OPEN.forEach(path -> path.toFile().delete());
        }
    }

    /** Whether a process that is no more has left the file. */
    static boolean isLeftover(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
