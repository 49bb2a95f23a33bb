package org.zfscope.models.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/** The networks that a training kept on its way. */
public final class Checkpoints {

    /** One of them. */
    public record Kept(int epoch, Path file) {}

    private Checkpoints() {}

    /**
     * Those in a training's folder ({@code epoch-NNN.zip}) by rising epoch.
     *
     * @throws InputException if it has none
     */
    public static List<Kept> in(Path folder) {
        InputFile.checkFolder(folder, "the one that train wrote to");
        try (Stream<Path> files = Files.list(folder)) {
            List<Kept> kept = files.filter(f -> f.getFileName().toString().matches("epoch-\\d+\\.zip"))
                    .map(Checkpoints::at)
                    .sorted(Comparator.comparingInt(Kept::epoch))
                    .toList();
            if (kept.isEmpty()) {
                throw InputException.in(folder, "has no checkpoints; zfscope train keeps them as epoch-NNN.zip");
            }
            return kept;
        } catch (IOException e) {
            throw MachineException.reading(folder, e);
        }
    }

    /**
     * A checkpoint wherever it lies; what it says of its training tells the epoch.
     *
     * @throws InputException if it was not written by a training
     */
    public static Kept at(Path file) {
        return new Kept(Checkpoint.history(file).epochs().size(), file);
    }
}
