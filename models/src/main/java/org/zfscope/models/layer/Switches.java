package org.zfscope.models.layer;

import org.zfscope.models.tensor.Shape;

/**
 * Where each maximum of a max pool came from [Zeiler2014 §2.1].
 *
 * @param pooled shape of the pool's output
 * @param at for each output of each picture in turn, the position in its map of the input: row * width + column
 */
public record Switches(Shape pooled, int[] at) {

    public int at(int picture, int channel, int y, int x) {
        return at[((picture * pooled.channels() + channel) * pooled.height() + y) * pooled.width() + x];
    }
}
