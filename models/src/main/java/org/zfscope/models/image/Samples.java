package org.zfscope.models.image;

import static org.zfscope.models.words.Words.say;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;

/** Turns what a decoder gives into pixels of 8 bits a channel. */
final class Samples {

    private static final int WHITE = 255;

    private Samples() {}

    static RgbImage rgb(BufferedImage image) throws IOException {
        return new RgbImage(image.getWidth(), image.getHeight(), pixels(image));
    }

    private static int[] pixels(BufferedImage image) throws IOException {
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == 3 * pixels.length) {
            bytes(buffer.getData(), pixels);
            return pixels;
        }
        return storedAsIs(image) ? stored(image) : converted(image);
    }

    /** The usual JPEG, without the detour that suits every other kind. */
    private static void bytes(byte[] blueGreenRed, int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = RgbImage.rgb(
                    blueGreenRed[3 * i + 2] & 0xFF, blueGreenRed[3 * i + 1] & 0xFF, blueGreenRed[3 * i] & 0xFF);
        }
    }

    /** Grey and RGB samples need no conversion; Java's own would brighten every grey, which it takes for linear. */
    private static boolean storedAsIs(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int type = model.getColorSpace().getType();
        return !(model instanceof IndexColorModel) && (type == ColorSpace.TYPE_GRAY || type == ColorSpace.TYPE_RGB);
    }

    private static int[] converted(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int alpha = p >>> 24;
            pixels[i] = RgbImage.rgb(
                    overWhite(RgbImage.red(p), alpha),
                    overWhite(RgbImage.green(p), alpha),
                    overWhite(RgbImage.blue(p), alpha));
        }
        return pixels;
    }

    private static int[] stored(BufferedImage image) throws IOException {
        int width = image.getWidth();
        Raster raster = image.getRaster();
        int[] pixels = new int[width * image.getHeight()];
        int[] row = new int[width * raster.getNumBands()];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            toEightBits(row, image.getColorModel());
            toPixels(row, image.getColorModel(), pixels, y * width, width);
        }
        return pixels;
    }

    private static void toEightBits(int[] row, ColorModel model) throws IOException {
        int bits = model.getComponentSize(0);
        if (bits > 16) {
            throw new IOException(say("models.samples.samples-bits-convert-8", bits));
        }
        if (bits != 8) {
            int max = (1 << bits) - 1;
            for (int i = 0; i < row.length; i++) {
                row[i] = (row[i] * 255 + max / 2) / max;
            }
        }
    }

    private static void toPixels(int[] row, ColorModel model, int[] pixels, int start, int width) {
        int bands = row.length / width;
        int colours = model.getNumColorComponents();
        for (int x = 0; x < width; x++) {
            int at = x * bands;
            int alpha = model.hasAlpha() ? row[at + colours] : 255;
            int red = over(row[at], alpha, model);
            pixels[start + x] = colours == 1
                    ? RgbImage.rgb(red, red, red)
                    : RgbImage.rgb(red, over(row[at + 1], alpha, model), over(row[at + 2], alpha, model));
        }
    }

    private static int over(int value, int alpha, ColorModel model) {
        return model.isAlphaPremultiplied() ? Math.min(255, value + WHITE - alpha) : overWhite(value, alpha);
    }

    private static int overWhite(int value, int alpha) {
        return (value * alpha + WHITE * (255 - alpha) + 127) / 255;
    }
}
