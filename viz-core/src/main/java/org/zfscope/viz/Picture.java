package org.zfscope.viz;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import org.zfscope.models.Network;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Tensor;

/**
 * A picture as a network gets it.
 *
 * @param file where it came from
 * @param input [channels, height, width] of the network's input, ready to run
 */
public record Picture(Path file, Tensor input) {

    /**
     * Reads a picture and prepares it, or takes a {@code .npy} array of [1, channels, height, width] as it is.
     *
     * @throws InputException if the file cannot be used
     */
    public static Picture read(Path file, Network network) {
        if (!NpyFiles.looksLikeNpy(file)) {
            return new Picture(file, network.preprocessing().apply(ImageFiles.read(file), network.input()));
        }
        Tensor input = NpyFiles.read(file);
        if (!input.shape().equals(network.input())) {
            throw InputException.in(
                    file, say("viz.picture.holds-network-takes", input.shape(), network.name(), network.input()));
        }
        return new Picture(file, input);
    }
}
