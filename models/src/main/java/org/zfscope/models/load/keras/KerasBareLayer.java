package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.hdf5.Hdf5Array;
import org.zfscope.models.load.hdf5.Hdf5Group;
import org.zfscope.models.load.keras.KerasWeights.Stored;

/**
 * A convolution or a fully connected layer in a file that has only weights.
 *
 * @param kernel [height, width, channels, filters] or [inputs, units]
 * @param bias [filters] or [units]
 */
record KerasBareLayer(String name, Hdf5Array kernel, Optional<Hdf5Array> bias) {

    private static final int MAX_LAYERS = 10_000;

    /** The layers of a file in their order; convolutions among themselves, and so the others. */
    static List<KerasBareLayer> all(Hdf5Group root) {
        List<KerasBareLayer> layers = new ArrayList<>();
        if (KerasCountedWeights.isIn(root)) {
            KerasCountedWeights.bare(root, List.of("Conv2D", "Dense"))
                    .forEach((name, arrays) -> layers.add(of(name, arrays)));
            return layers;
        }
        List<String> names = root.texts("layer_names");
        if (names.size() > MAX_LAYERS) {
            throw new IllegalArgumentException(say("models.keras-bare-layer.too-many", names.size()));
        }
        for (String name : names) {
            List<Stored> arrays = root.group(name).map(KerasNamedWeights::all).orElse(List.of());
            if (!arrays.isEmpty()) {
                layers.add(of(name, arrays));
            }
        }
        return layers;
    }

    private static KerasBareLayer of(String name, List<Stored> arrays) {
        Hdf5Array kernel = arrays.get(0).array();
        int rank = kernel.sides().length;
        if (arrays.size() > 2 || (rank != 4 && rank != 2)) {
            throw new IllegalArgumentException(say(
                    "models.keras-bare-layer.kind",
                    OneLine.of(name),
                    arrays.stream().map(Stored::name).toList()));
        }
        return new KerasBareLayer(
                name, kernel, arrays.stream().skip(1).map(Stored::array).findFirst());
    }

    boolean isConvolution() {
        return kernel.sides().length == 4;
    }

    /** Filters or units. */
    long units() {
        long[] sides = kernel.sides();
        return sides[sides.length - 1];
    }

    /** The kernel's sides as PyTorch has them: [filters, channels, height, width] or [units, inputs]. */
    long[] sides() {
        long[] s = kernel.sides();
        return isConvolution() ? new long[] {s[3], s[2], s[0], s[1]} : new long[] {s[1], s[0]};
    }

    /** In words: {@code conv1 (64 x 3 x 3 x 3)}. */
    @Override
    public String toString() {
        return OneLine.of(name) + " " + Arrays.toString(sides());
    }
}
