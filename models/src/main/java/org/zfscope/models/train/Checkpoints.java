package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

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
    public record CheckpointFile(int epoch, Path file) {}

    private Checkpoints() {}

    /**
     * Those in a training's folder ({@code epoch-NNN.zip}) by rising epoch.
     *
     * @throws InputException if it has none
     */
    public static List<CheckpointFile> in(Path folder) {
        InputFile.checkFolder(folder, say("models.checkpoints.one-train-wrote"));
        try (Stream<Path> files = Files.list(folder)) {
            List<CheckpointFile> found = files.filter(
                            f -> f.getFileName().toString().matches("epoch-\\d+\\.zip"))
                    .map(Checkpoints::at)
                    .sorted(Comparator.comparingInt(CheckpointFile::epoch))
                    .toList();
            if (found.isEmpty()) {
                throw InputException.in(folder, say("models.checkpoints.has-checkpoints-zfscope-train"));
            }
            return found;
        } catch (IOException e) {
            throw MachineException.reading(folder, e);
        }
    }

    /**
     * A checkpoint wherever it lies; what it says of its training tells the epoch.
     *
     * @throws InputException if it was not written by a training
     */
    public static CheckpointFile at(Path file) {
        return new CheckpointFile(Checkpoint.history(file).epochs().size(), file);
    }
}
