package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.Preprocessing;

/**
 * Everything that decides which network is opened: a file, the name of an architecture, or weights for an architecture.
 * Two equal sources open the same network as long as the files stay as they are.
 *
 * @param file the model's own file; none for an architecture by name alone
 * @param weights a file of weights, where the model's own file holds none
 * @param architecture the name of a network that zfscope knows how to build
 * @param size of the input, for models that leave it open
 * @param pictures how pictures become the input, where that was chosen by hand
 */
public record ModelSource(
        Optional<Path> file,
        Optional<Path> weights,
        Optional<String> architecture,
        Optional<InputSize> size,
        Optional<Preprocessing> pictures) {

    public ModelSource {
        if (file.isEmpty() && architecture.isEmpty()) {
            throw new IllegalArgumentException(say("models.model-source.model-file-name-architecture"));
        }
    }

    /** With pictures as the model has them. */
    public ModelSource(
            Optional<Path> file, Optional<Path> weights, Optional<String> architecture, Optional<InputSize> size) {
        this(file, weights, architecture, size, Optional.empty());
    }

    public static ModelSource ofFile(Path file) {
        return new ModelSource(Optional.of(file), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static ModelSource ofArchitecture(String name) {
        return new ModelSource(Optional.empty(), Optional.empty(), Optional.of(name), Optional.empty());
    }

    /** A file by a path that may be no path at all on this system; then it is the name of something unknown. */
    public static ModelSource ofPath(String given) {
        try {
            return ofFile(Path.of(given));
        } catch (InvalidPathException e) {
            return ofArchitecture(given);
        }
    }

    public ModelSource withFile(Path other) {
        return new ModelSource(Optional.of(other), weights, architecture, size, pictures);
    }

    public ModelSource withSize(Optional<InputSize> other) {
        return new ModelSource(file, weights, architecture, other, pictures);
    }

    public ModelSource withWeights(Optional<Path> other) {
        return new ModelSource(file, other, architecture, size, pictures);
    }

    /** The same layers, read from the file by that architecture's names. */
    public ModelSource withArchitecture(Optional<String> other) {
        return new ModelSource(file, weights, other, size, pictures);
    }

    /** The same network, whose pictures become its input in another way; none: as the model has it. */
    public ModelSource withPictures(Optional<Preprocessing> other) {
        return new ModelSource(file, weights, architecture, size, other);
    }

    /** The file's path, or the architecture's name: what a person wrote to get it. */
    public String given() {
        return file.map(Path::toString).or(() -> architecture).orElseThrow();
    }

    /** What it is called in titles: the file's name without its folder, or the architecture's. */
    public String shortName() {
        return file.map(f -> String.valueOf(f.getFileName()))
                .or(() -> architecture)
                .orElseThrow();
    }
}
