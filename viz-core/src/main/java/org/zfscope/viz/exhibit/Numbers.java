package org.zfscope.viz.exhibit;

import java.util.List;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Tensor;

/**
 * Arrays to take away.
 *
 * @param arrays each [channels, height, width]
 * @param stacked whether they become one of [arrays, channels, height, width], even where there is only one
 */
public record Numbers(List<Tensor> arrays, boolean stacked) {

    public Numbers {
        arrays = List.copyOf(arrays);
    }

    /** One array as it is: [channels, height, width]. */
    public static Numbers of(Tensor array) {
        return new Numbers(List.of(array), false);
    }

    /** One or more of the same shape: [arrays, channels, height, width]. */
    public static Numbers stacked(List<Tensor> arrays) {
        return new Numbers(arrays, true);
    }

    /** What a .npy file holds. */
    public AtomicFile.Content content() {
        return stacked ? NpyFiles.batchContent(arrays) : NpyFiles.content(arrays.get(0));
    }
}
