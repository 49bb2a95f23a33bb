package org.zfscope.models.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Picture files made for the tests. The picture is always 48 x 32 with a border at x = 16 and at y = 16: four colours. */
final class SampleFiles {

    static final int WIDTH = 48;
    static final int HEIGHT = 32;
    static final int TOP_LEFT = 0xDCFA64;
    static final int TOP_RIGHT = 0x14FA64;
    static final int BOTTOM_LEFT = 0xDC2864;
    static final int BOTTOM_RIGHT = 0x142864;

    private SampleFiles() {}

    static int colour(int x, int y) {
        if (y < 16) {
            return x < 16 ? TOP_LEFT : TOP_RIGHT;
        }
        return x < 16 ? BOTTOM_LEFT : BOTTOM_RIGHT;
    }

    static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, 0xFF000000 | colour(x, y));
            }
        }
        return image;
    }

    static byte[] written(RenderedImage image, String format) {
        return written(new IIOImage(image, null, null), format);
    }

    /** By Java's own writer of that name, which writes more kinds than others. */
    private static byte[] written(IIOImage image, String format) {
        return written(image, format, ImageWriteParam.MODE_DISABLED);
    }

    static byte[] progressiveJpeg() {
        return written(new IIOImage(noise(), null, null), "jpeg", ImageWriteParam.MODE_DEFAULT);
    }

    private static byte[] written(IIOImage image, String format, int progressiveMode) {
        ImageWriter writer = Stream.generate(ImageIO.getImageWritersByFormatName(format)::next)
                .filter(each -> each.getClass().getName().startsWith("com.sun."))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (how.canWriteProgressive()) {
                how.setProgressiveMode(progressiveMode);
            }
            writer.write(null, image, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg() {
        return written(image(BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static BufferedImage palette() {
        byte[] red = {0x14, (byte) 0xDC, 0x14, (byte) 0xDC};
        byte[] green = {0x28, 0x28, (byte) 0xFA, (byte) 0xFA};
        byte[] blue = {0x64, 0x64, 0x64, 0x64};
        IndexColorModel colours = new IndexColorModel(8, 4, red, green, blue);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, (x < 16 ? 1 : 0) + (y < 16 ? 2 : 0));
            }
        }
        return image;
    }

    /** No two pixels alike, so that the pixels and not the header take most of a file. */
    static BufferedImage noise() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    /** Samples of 16 bits, made from 8 bits as 0xABAB. */
    static BufferedImage deep(int... bandOffsets) {
        int bands = bandOffsets.length;
        ImageTypeSpecifier type = bands == 1
                ? ImageTypeSpecifier.createGrayscale(16, DataBuffer.TYPE_USHORT, false)
                : ImageTypeSpecifier.createInterleaved(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB), bandOffsets, DataBuffer.TYPE_USHORT, false, false);
        BufferedImage image = type.createBufferedImage(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < bands; band++) {
                    image.getRaster().setSample(x, y, band, (colour(x, y) >> (16 - 8 * band) & 0xFF) * 257);
                }
            }
        }
        return image;
    }

    /** Grey as it is stored: the picture's red. */
    static BufferedImage grey() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, RgbImage.red(colour(x, y)));
            }
        }
        return image;
    }

    /** The right part half transparent, the left part of no opacity at all. */
    static BufferedImage transparent() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, (x < 16 ? 0 : 0x80000000) | colour(x, y));
            }
        }
        return image;
    }

    /** Four inks as Adobe's programs store them: 255 is no ink. */
    static byte[] cmykJpeg() {
        return adobe(fourBands((x, y, band) -> band == 3 ? 255 : colour(x, y) >> (16 - 8 * band) & 0xFF), 0);
    }

    /** The same inks, inverted once more, as luminance and two colour differences; black as it was. */
    static byte[] ycckJpeg() {
        return adobe(fourBands((x, y, band) -> band == 3 ? 255 : ycc(0xFFFFFF ^ colour(x, y), band)), 2);
    }

    private static int ycc(int pixel, int band) {
        double[][] weights = {{0.299, 0.587, 0.114}, {-0.168736, -0.331264, 0.5}, {0.5, -0.418688, -0.081312}};
        double[] w = weights[band];
        double sum = w[0] * RgbImage.red(pixel) + w[1] * RgbImage.green(pixel) + w[2] * RgbImage.blue(pixel);
        return (int) Math.round(Math.max(0, Math.min(255, sum + (band == 0 ? 0 : 128))));
    }

    private interface BandFunction {
        int at(int x, int y, int band);
    }

    private static byte[] fourBands(BandFunction function) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < 4; band++) {
                    raster.setSample(x, y, band, function.at(x, y, band));
                }
            }
        }
        return written(new IIOImage(raster, null, null), "jpeg");
    }

    private static byte[] adobe(byte[] jpeg, int transform) {
        return RawFiles.withSegment(
                jpeg, 0xEE, RawFiles.concat(RawFiles.latin("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform
                }));
    }
}
