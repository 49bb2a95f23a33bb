package org.zfscope.models.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Files put together byte by byte, for what no writer writes. */
final class RawFiles {

    private RawFiles() {}

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
        bits.put(0x2F, 8)
                .put(SampleFiles.WIDTH - 1, 14)
                .put(SampleFiles.HEIGHT - 1, 14)
                .put(0, 1)
                .put(0, 3);
        // no transform, no colour cache, one group of codes
        bits.put(0, 3);
        twoSymbols(bits, 0x28, 0xFA);
        twoSymbols(bits, 0x14, 0xDC);
        oneSymbol(bits, 0x64);
        oneSymbol(bits, 0xFF);
        oneSymbol(bits, 0);
        for (int y = 0; y < SampleFiles.HEIGHT; y++) {
            for (int x = 0; x < SampleFiles.WIDTH; x++) {
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
