package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.Preprocessing;
import org.zfscope.models.io.InputException;

/**
 * What becomes of a pixel's red, green and blue: in which order they come, what is subtracted, and what they are
 * multiplied by then.
 */
record Colours(int[] order, float[] mean, float[] scale) {

    private static final int[] RGB = {0, 1, 2};
    private static final int[] BGR = {2, 1, 0};

    static Colours of(Preprocessing preprocessing) {
        if (preprocessing.channels().count() != 3
                || !preprocessing.mean().shape().isFlat()) {
            throw new InputException(say(
                    "models.colours.training-takes-networks-colour",
                    preprocessing.channels(),
                    preprocessing.mean().shape()));
        }
        return new Colours(
                preprocessing.channels() == Preprocessing.Channels.RGB ? RGB : BGR,
                preprocessing.mean().values(),
                preprocessing.scale().values());
    }
}
