package org.zfscope.models.image;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;

/**
 * A picture as pixels, row by row, each 0xRRGGBB with 8 bits a channel. The array is not copied; who passes one in
 * hands it over.
 */
public record RgbImage(int width, int height, int[] pixels) {

    public RgbImage {
        if (width < 1 || height < 1 || pixels.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException(
                    say("models.rgb-image.pixels-expected", Quantities.shape(width, height), pixels.length));
        }
    }

    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    /** A window of the picture, copied; black where it hangs over the border. */
    public RgbImage crop(Window window) {
        return crop(window, 0);
    }

    /** A window of the picture, copied, with a colour for where it hangs over the border. */
    public RgbImage crop(Window window, int outside) {
        int[] cut = new int[Math.multiplyExact(window.height(), window.width())];
        Arrays.fill(cut, outside);
        Window inside = window.clip(new Shape(1, height, width));
        for (int y = inside.y(); y < inside.bottom(); y++) {
            int to = (y - window.y()) * window.width() + inside.x() - window.x();
            System.arraycopy(pixels, y * width + inside.x(), cut, to, inside.width());
        }
        return new RgbImage(window.width(), window.height(), cut);
    }

    /** The picture without its colours, as bright as ITU-R 601 weighs them. */
    public RgbImage grey() {
        int[] grey = new int[pixels.length];
        for (int i = 0; i < grey.length; i++) {
            int luma = luma(pixels[i]);
            grey[i] = rgb(luma, luma, luma);
        }
        return new RgbImage(width, height, grey);
    }

    /** A pixel's brightness, 0 to 255. */
    public static int luma(int pixel) {
        return (299 * red(pixel) + 587 * green(pixel) + 114 * blue(pixel) + 500) / 1000;
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
