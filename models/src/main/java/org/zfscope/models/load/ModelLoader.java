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
     * @param size of the input, for files that leave it open
     * @throws org.zfscope.models.io.InputException if it cannot be used
     */
    Network load(Path file, Optional<InputSize> size);

    /** The same for files that leave nothing open. */
    default Network load(Path file) {
        return load(file, Optional.empty());
    }
}
