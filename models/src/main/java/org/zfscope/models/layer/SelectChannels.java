package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/**
 * Some of the input's maps, in any order: a split, a slice, the channel shuffle of ShuffleNets [Zhang2018].
 *
 * @param channels for each map of the output which of the input's it is; one may be there more than once
 */
public record SelectChannels(int[] channels) implements Layer {

    public SelectChannels {
        if (channels.length == 0 || Arrays.stream(channels).anyMatch(c -> c < 0)) {
            throw new IllegalArgumentException(say("models.select-channels.no-channels", Arrays.toString(channels)));
        }
    }

    /** So many from the given one on. */
    public static SelectChannels range(int first, int count) {
        return new SelectChannels(IntStream.range(first, first + count).toArray());
    }

    /**
     * A channel shuffle: the channels lie in groups, and one of each group in turn comes next.
     *
     * @throws IllegalArgumentException if the groups are not of one size
     */
    public static SelectChannels shuffle(int channels, int groups) {
        if (groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(say("models.select-channels.groups", channels, groups));
        }
        int each = channels / groups;
        return new SelectChannels(IntStream.range(0, channels)
                .map(i -> i % groups * each + i / groups)
                .toArray());
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        int highest = Arrays.stream(channels).max().orElseThrow();
        if (highest >= input.channels()) {
            throw new IllegalArgumentException(say("models.select-channels.no-such-channel", highest, input));
        }
        return new Shape(channels.length, input.height(), input.width());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape to = outputShape(List.of(input.shape()));
        return input.engine()
                .make(input.pictures(), to, (picture, channel, out) -> input.read(picture, channels[channel], out));
    }
}
