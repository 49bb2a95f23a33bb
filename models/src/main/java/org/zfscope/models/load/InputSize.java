package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

/** Rows and columns of a network's input, for files that leave them open. */
public record InputSize(int height, int width) {

    private static final int MAX_SIDE = 10_000;

    public InputSize {
        if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
            throw new IllegalArgumentException(say("models.input-size.input-has-sides-1", MAX_SIDE, this));
        }
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
