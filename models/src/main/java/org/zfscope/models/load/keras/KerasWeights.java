package org.zfscope.models.load.keras;

import java.util.List;
import org.zfscope.models.load.hdf5.Hdf5Array;

/** Where the weights of each layer lie in a file; every version of Keras has its own way. */
interface KerasWeights {

    /** An array and what the file calls it, which may be a mere number. */
    record Stored(String name, Hdf5Array array) {

        /** The last part of the name, without what TensorFlow adds: {@code kernel} of {@code conv2d/kernel:0}. */
        String role() {
            return name.substring(name.lastIndexOf('/') + 1).replaceAll("(_\\d+)?(:\\d+)?$", "");
        }
    }

    /** The arrays of a layer that is no model, in the order of the file; none where it has none. */
    List<Stored> of(KerasLayer layer);
}
