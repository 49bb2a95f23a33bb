package org.zfscope.models.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a file beside its place and moves it there when it is complete, so that nobody ever sees half a file. */
public final class AtomicFile {

    /** What writes the content; it need not close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static final Pattern LEFTOVER = Pattern.compile("\\..+\\.(\\d{1,18})-\\d+\\.part");

    private AtomicFile() {}

    /**
     * Creates missing parent folders.
     *
     * @throws InputException if the file cannot be written
     */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path parent = target.getParent();
        if (parent == null || Files.isDirectory(target)) {
            throw InputException.in(file, "is a folder; name a file to write");
        }
        try {
            Files.createDirectories(parent);
            Path beside = parent.resolve("." + target.getFileName() + "."
                    + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                    content.writeTo(out);
                }
                move(beside, target);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw InputException.in(file, "cannot be written: " + e, e);
        }
    }

    /** Deletes what processes that were killed while they wrote have left in a folder. */
    public static void removeLeftovers(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(AtomicFile::isLeftover).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw InputException.in(folder, "cannot be tidied up: " + e, e);
        }
    }

    private static boolean isLeftover(Path file) {
        Matcher name = LEFTOVER.matcher(file.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
