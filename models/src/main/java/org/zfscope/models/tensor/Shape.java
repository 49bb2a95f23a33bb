package org.zfscope.models.tensor;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.words.Quantities;

/**
 * The shape of a layer's output for one picture: feature maps x rows x columns. A fully connected layer has one row
 * and one column.
 */
public record Shape(int channels, int height, int width) {

    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    say("models.shape.shape-needs-positive-sides", Quantities.shape(channels, height, width)));
        }
    }

    public static Shape flat(int units) {
        return new Shape(units, 1, 1);
    }

    /** Positions of one feature map. */
    public int area() {
        return Math.multiplyExact(height, width);
    }

    /** Values of one picture. */
    public int size() {
        return Math.multiplyExact(channels, area());
    }

    /** True for vectors, as fully connected layers give them. */
    public boolean isFlat() {
        return height == 1 && width == 1;
    }

    /** The shape of an array that holds this for several pictures: [batch, channels, height, width]. */
    public long[] batch(long pictures) {
        return new long[] {pictures, channels, height, width};
    }

    @Override
    public String toString() {
        return Quantities.shape(channels, height, width);
    }
}
