package org.zfscope.models.compute.onednn;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.words.Quantities;

/** How many pictures, feature maps, rows and columns: [batch, channels, height, width]. */
public record Extent(int batch, int channels, int height, int width) {

    public Extent {
        if (batch < 1 || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    say("models.extent.positive-sides-expected", Quantities.shape(batch, channels, height, width)));
        }
    }

    /** A batch of vectors. */
    public static Extent flat(int batch, int units) {
        return new Extent(batch, units, 1, 1);
    }

    public int area() {
        return Math.multiplyExact(height, width);
    }

    /** Values without padding. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(batch, channels), area());
    }

    Extent channels(int other) {
        return new Extent(batch, other, height, width);
    }

    Extent sides(int rows, int columns) {
        return new Extent(batch, channels, rows, columns);
    }

    long[] dims() {
        return new long[] {batch, channels, height, width};
    }
}
