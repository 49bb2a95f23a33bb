package org.zfscope.models.image;

/**
 * A picture as pixels, row by row, each 0xRRGGBB with 8 bits a channel. The array is not copied; who passes one in
 * hands it over.
 */
public record RgbImage(int width, int height, int[] pixels) {

    public RgbImage {
        if (width < 1 || height < 1 || pixels.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(width + " x " + height + " pixels expected, found " + pixels.length);
        }
    }

    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    public static int red(int pixel) {
        return pixel >> 16 & 0xFF;
    }

    public static int green(int pixel) {
        return pixel >> 8 & 0xFF;
    }

    public static int blue(int pixel) {
        return pixel & 0xFF;
    }

    public static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
