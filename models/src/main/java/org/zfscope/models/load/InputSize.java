package org.zfscope.models.load;

/** Rows and columns of a network's input, for files that leave them open. */
public record InputSize(int height, int width) {

    private static final int MAX_SIDE = 10_000;

    public InputSize {
        if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
            throw new IllegalArgumentException("an input has sides of 1 to " + MAX_SIDE + " pixels, found " + this);
        }
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
