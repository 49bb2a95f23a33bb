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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
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
        return withSegment(jpeg, 0xEE, concat(latin("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, (byte) transform}));
    }

    /** The JPEG file with one more segment right at its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) ((content.length + 2) >> 8), (byte) (content.length + 2)};
        return concat(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** EXIF that says how the camera was held. */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = tiffDirectory(new int[][] {{0x0112, 3, orientation}});
        return withSegment(jpeg, 0xE1, concat(latin("Exif\0\0"), exif));
    }

    /** A big-endian TIFF header and one directory of single numbers: tag, type (3 = 16 bits, 4 = 32 bits), value. */
    private static byte[] tiffDirectory(int[][] entries) {
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 12 * entries.length + 4);
        out.put(latin("MM\0*")).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1);
            out.putInt(entry[1] == 3 ? entry[2] << 16 : entry[2]);
        }
        return out.putInt(0).array();
    }

    /** A grey TIFF file of one strip, which follows the directory. */
    static byte[] tiff(int width, int height, int compression, int orientation, byte[] strip) {
        int[][] entries = {
            {256, 4, width},
            {257, 4, height},
            {258, 3, 8},
            {259, 3, compression},
            {262, 3, 1},
            {273, 4, 8 + 2 + 12 * 10 + 4},
            {274, 3, orientation},
            {277, 3, 1},
            {278, 4, height},
            {279, 4, strip.length}
        };
        return concat(tiffDirectory(entries), strip);
    }

    /** A TIFF file of one tile. */
    static byte[] tiledTiff(int width, int height, int tile) {
        int[][] entries = {
            {256, 4, width},
            {257, 4, height},
            {258, 3, 8},
            {259, 3, 1},
            {262, 3, 1},
            {277, 3, 1},
            {322, 4, tile},
            {323, 4, tile},
            {324, 4, 8 + 2 + 12 * 10 + 4},
            {325, 4, 16}
        };
        return concat(tiffDirectory(entries), new byte[16]);
    }

    static byte[] png(int width, int height, byte[]... chunks) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        byte[] start = concat(latin("\u0089PNG\r\n\u001A\n"), chunk("IHDR", header.array()));
        return concat(start, concat(chunks), chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] content) {
        byte[] body = concat(latin(type), content);
        CRC32 crc = new CRC32();
        crc.update(body);
        ByteBuffer out = ByteBuffer.allocate(8 + body.length);
        return out.putInt(content.length).put(body).putInt((int) crc.getValue()).array();
    }

    static byte[] bmpHeader(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("BM")).putInt(54).putInt(0).putInt(54);
        out.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 24);
        return out.array();
    }

    static byte[] gifHeader(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("GIF89a"))
                .putShort((short) width)
                .putShort((short) height)
                .put(new byte[] {0, 0, 0});
        out.put((byte) ',').putInt(0).putShort((short) width).putShort((short) height);
        return out.array();
    }

    /** Lossless WebP whose green and red have two values each, a bit for each in every pixel. */
    static byte[] webp() {
        Bits bits = new Bits();
        bits.put(0x2F, 8).put(WIDTH - 1, 14).put(HEIGHT - 1, 14).put(0, 1).put(0, 3);
        // no transform, no colour cache, one group of codes
        bits.put(0, 3);
        twoSymbols(bits, 0x28, 0xFA);
        twoSymbols(bits, 0x14, 0xDC);
        oneSymbol(bits, 0x64);
        oneSymbol(bits, 0xFF);
        oneSymbol(bits, 0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                bits.put(y < 16 ? 1 : 0, 1).put(x < 16 ? 1 : 0, 1);
            }
        }
        return riff("VP8L", bits.bytes());
    }

    static byte[] webpHeader(int width, int height) {
        Bits bits = new Bits().put(0x2F, 8).put(width - 1, 14).put(height - 1, 14);
        return riff("VP8L", bits.put(0, 4).put(0, 32).put(0, 32).bytes());
    }

    private static void twoSymbols(Bits bits, int first, int second) {
        bits.put(1, 1).put(1, 1).put(1, 1).put(first, 8).put(second, 8);
    }

    private static void oneSymbol(Bits bits, int symbol) {
        bits.put(1, 1).put(0, 1).put(1, 1).put(symbol, 8);
    }

    private static byte[] riff(String type, byte[] content) {
        byte[] even = Arrays.copyOf(content, content.length + content.length % 2);
        ByteBuffer out = ByteBuffer.allocate(20 + even.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(latin("RIFF")).putInt(12 + even.length).put(latin("WEBP"));
        return out.put(latin(type)).putInt(content.length).put(even).array();
    }

    /** Numbers packed from each byte's lowest bit on. */
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int current;
        private int used;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                current |= ((value >> i) & 1) << used;
                used++;
                if (used == 8) {
                    flush();
                }
            }
            return this;
        }

        private void flush() {
            out.write(current);
            current = 0;
            used = 0;
        }

        byte[] bytes() {
            flush();
            return out.toByteArray();
        }
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
