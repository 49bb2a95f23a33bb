package org.zfscope.models.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.tensor.Tensor;

/**
 * What a network's own first layers do to each channel of its input: scale * x + shift. Exporters write so what a network
 * was trained behind, and then pictures must not be scaled a second time.
 */
record InputScaling(float[] scale, float[] shift) {

    /** Smaller factors make pixels of 0 to 255 small numbers. */
    private static final float RAW = 0.05f;

    /** From here on, factors make numbers of 0 to 1 spread. */
    private static final float UNIT = 0.5f;

    private static final float MOST = 20;

    /** Blue must be darker than red by so much to say that it comes first: in photographs it is. */
    private static final float DARKER = 0.97f;

    /** None if the first layer does something else. */
    static Optional<InputScaling> of(int channels, List<Node> layers) {
        Optional<InputScaling> all = Optional.empty();
        String from = Network.INPUT;
        for (Node node : layers) {
            Optional<InputScaling> one = of(channels, node.layer());
            if (one.isEmpty() || !node.inputs().equals(List.of(from))) {
                break;
            }
            all = Optional.of(all.map(before -> before.then(one.get())).orElse(one.get()));
            from = node.name();
        }
        return all;
    }

    private static Optional<InputScaling> of(int channels, Layer layer) {
        if (layer instanceof BatchNorm norm && norm.scale().length == channels) {
            return Optional.of(new InputScaling(norm.scale(), norm.shift()));
        }
        return layer instanceof Affine affine
                ? each(channels, affine.scale())
                        .flatMap(scale -> each(channels, affine.shift()).map(shift -> new InputScaling(scale, shift)))
                : Optional.empty();
    }

    /** One number a channel, if that is what the constants are. */
    private static Optional<float[]> each(int channels, Tensor constants) {
        int count = constants.values().length;
        if (!constants.shape().isFlat() || (count != 1 && count != channels)) {
            return Optional.empty();
        }
        float[] values = new float[channels];
        for (int c = 0; c < channels; c++) {
            values[c] = constants.values()[count == 1 ? 0 : c];
        }
        return Optional.of(values);
    }

    private InputScaling then(InputScaling other) {
        float[] both = new float[scale.length];
        float[] moved = new float[scale.length];
        for (int c = 0; c < both.length; c++) {
            both[c] = other.scale[c] * scale[c];
            moved[c] = other.scale[c] * shift[c] + other.shift[c];
        }
        return new InputScaling(both, moved);
    }

    /** What pictures are probably wanted before it; none where it fits none of the usual ways. */
    Optional<Preprocessing> preprocessing(int channels) {
        float largest = 0;
        for (float factor : scale) {
            largest = Math.max(largest, Math.abs(factor));
        }
        if (largest > 0 && largest <= RAW) {
            return Optional.of(Preprocessing.of(order(channels), new float[channels], ones(channels), Source.GUESS));
        }
        boolean spreads =
                largest >= UNIT && largest <= MOST && !(Arrays.equals(scale, ones(channels)) && isZero(shift));
        return spreads ? Optional.of(Preprocessing.unit(order(channels), Source.GUESS)) : Optional.empty();
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static boolean isZero(float... values) {
        return Arrays.equals(values, new float[values.length]);
    }

    private Channels order(int channels) {
        if (channels == 1) {
            return Channels.GREY;
        }
        float first = -shift[0] / scale[0];
        float last = -shift[2] / scale[2];
        return first > 0 && first < DARKER * last ? Channels.BGR : Channels.RGB;
    }
}
