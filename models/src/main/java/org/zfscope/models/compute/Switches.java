package org.zfscope.models.compute;

import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Where each maximum of a max pool came from [Zeiler2014 §2.1]. How an engine remembers it is its business. */
public interface Switches extends AutoCloseable {

    /** The shape of the pool's output. */
    Shape pooled();

    /** The position in its map of the input, row * width + column, where the maximum at (y, x) came from. */
    int at(int picture, int channel, int y, int x);

    /** The positions for a window of one map of the pool's output: [window height, window width]. */
    default void read(int picture, int channel, Window window, int[] at) {
        for (int i = 0; i < at.length; i++) {
            at[i] = at(picture, channel, window.y() + i / window.width(), window.x() + i % window.width());
        }
    }

    /** Gives back what lies outside Java's heap. */
    @Override
    default void close() {}
}
