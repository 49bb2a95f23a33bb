package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a file beside its place and moves it there when it is complete, so that nobody ever sees half a file. Links are
 * followed; a device, a pipe or {@code /dev/stdout} is written into.
 */
public final class AtomicFile {

    /** What writes the content; it need not close the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** One of several files that belong together. */
    public record Output(Path file, Content content) {}

    private AtomicFile() {}

    /**
     * Creates missing parent folders.
     *
     * @throws InputException if the file cannot be written
     */
    public static void write(Path file, Content content) {
        writeAll(List.of(new Output(file, content)));
    }

    /**
     * Writes all of the files or none: each lies complete beside its place, and what is no file has taken all of its bytes,
     * before the first is moved. What remains: what a device or pipe has taken stays there when a later one fails; and between
     * the moves, which come one right after the other, a crash or a folder whose rights change leaves some of them new.
     *
     * @throws InputException if one cannot be written, or two are the same
     */
    public static void writeAll(List<Output> outputs) {
        List<Goal> goals =
                outputs.stream().map(output -> Goal.of(output.file())).toList();
        checkApart(goals);
        List<Part> parts = new ArrayList<>();
        try {
            for (int i = 0; i < goals.size(); i++) {
                if (goals.get(i).file()) {
                    parts.add(part(goals.get(i), outputs.get(i).content()));
                }
            }
            for (int i = 0; i < goals.size(); i++) {
                if (!goals.get(i).file()) {
                    pass(goals.get(i), outputs.get(i).content());
                }
            }
            move(parts, goals.stream().filter(Goal::file).toList());
        } finally {
            parts.forEach(AtomicFile::close);
        }
    }

    private static void checkApart(List<Goal> goals) {
        Set<Path> files = new HashSet<>();
        for (Goal goal : goals) {
            if (goal.file() && !files.add(goal.path().normalize())) {
                throw InputException.in(goal.given(), say("models.atomic-file.named-two-outputs-give"));
            }
        }
    }

    private static Part part(Goal goal, Content content) {
        try {
            return Part.of(goal.path(), content);
        } catch (IOException e) {
            throw unwritable(goal, e);
        }
    }

    private static void pass(Goal goal, Content content) {
        try (OutputStream out = new BufferedOutputStream(goal.open())) {
            content.writeTo(out);
        } catch (IOException e) {
            throw unwritable(goal, e);
        }
    }

    private static void move(List<Part> parts, List<Goal> goals) {
        for (int i = 0; i < parts.size(); i++) {
            try {
                parts.get(i).move();
            } catch (IOException e) {
                throw unwritable(goals.get(i), e);
            }
        }
    }

    private static void close(Part part) {
        try {
            part.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputException unwritable(Goal goal, IOException e) {
        return MachineException.writing(goal.given(), e);
    }

    /**
     * For a process that must end at once: removes what is not complete, and gives up claims. Whoever begins another file
     * after that gets a CancellationException.
     */
    public static void end() {
        Part.end();
        Claim.end();
    }

    /** Deletes what processes that were killed while they wrote have left in a folder. */
    public static void removeLeftovers(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Part::isLeftover).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw InputException.in(folder, say("models.atomic-file.cannot-tidied-up", e), e);
        }
    }
}
