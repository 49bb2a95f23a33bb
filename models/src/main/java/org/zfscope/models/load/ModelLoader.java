package org.zfscope.models.load;

import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.Network;

/** Reads one format of model files. */
public interface ModelLoader {

    /** Whether the file's first bytes look like this format; names and extensions do not count. */
    boolean accepts(Path file, byte[] head);

    /**
     * The network in the file.
     *
     * @param source whose file {@link #accepts} said yes to
     * @throws org.zfscope.models.io.InputException if it cannot be used
     */
    Network load(ModelSource source);

    /** The source with what lies beside its file and belongs to it; the same where the file needs nothing, or that is not clear. */
    default ModelSource completed(ModelSource source) {
        return source;
    }

    /** Whether the weights may be in a file of their own. */
    default boolean takesWeights() {
        return false;
    }

    /** Two files as one model, where the one is nothing without the other. */
    default Optional<ModelSource> together(Path one, Path other) {
        return Optional.empty();
    }

    /** The same for files that need nothing else. */
    default Network load(Path file) {
        return load(ModelSource.ofFile(file));
    }
}
