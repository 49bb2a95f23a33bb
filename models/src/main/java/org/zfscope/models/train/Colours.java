package org.zfscope.models.train;

import org.zfscope.models.Preprocessing;

/** What is subtracted from red, green and blue, and what they are multiplied by then. */
record Colours(float[] mean, float[] scale) {

    static Colours of(Preprocessing preprocessing) {
        if (preprocessing.channels() != Preprocessing.Channels.RGB
                || !preprocessing.mean().shape().isFlat()) {
            throw new IllegalArgumentException("training takes RGB pictures minus one number a channel");
        }
        return new Colours(preprocessing.mean().values(), preprocessing.scale().values());
    }
}
