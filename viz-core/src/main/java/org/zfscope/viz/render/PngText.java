package org.zfscope.viz.render;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A text chunk of a PNG: tEXt for ASCII, iTXt for everything else (ISO/IEC 15948, 11.3.4).
 *
 * @param type of the chunk
 * @param data its content: keyword, NUL, then the text; in iTXt two bytes and two texts that end with NUL come between
 */
record PngText(String type, byte[] data) {

    /** Before our keys, so that they cannot be taken for another program's. */
    private static final String PREFIX = "zfscope ";

    static PngText of(String key, String value) {
        boolean ascii = value.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
        // iTXt: not compressed (two zeros), no language, no translated keyword
        String between = ascii ? "\0" : "\0\0\0\0\0";
        return new PngText(ascii ? "tEXt" : "iTXt", (PREFIX + key + between + value).getBytes(StandardCharsets.UTF_8));
    }

    static boolean isText(String type) {
        return type.equals("tEXt") || type.equals("iTXt");
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        DataOutputStream to = new DataOutputStream(out);
        to.writeInt(data.length);
        to.write(name);
        to.write(data);
        to.writeInt((int) crc.getValue());
        to.flush();
    }

    /** The key and value, if this is one of our texts. */
    Optional<Map.Entry<String, String>> entry() {
        int end = zero(0);
        String keyword = new String(data, 0, end, StandardCharsets.ISO_8859_1);
        int start = type.equals("tEXt") ? end + 1 : zero(zero(end + 3) + 1) + 1;
        boolean compressed = type.equals("iTXt") && end + 1 < data.length && data[end + 1] != 0;
        if (!keyword.startsWith(PREFIX) || start > data.length || compressed) {
            return Optional.empty();
        }
        // Latin-1 and UTF-8 agree on the ASCII that we write in tEXt
        byte[] text = Arrays.copyOfRange(data, start, data.length);
        return Optional.of(Map.entry(keyword.substring(PREFIX.length()), new String(text, StandardCharsets.UTF_8)));
    }

    /** Where the next NUL is; the end of the data where there is none. */
    private int zero(int from) {
        int i = Math.min(from, data.length);
        while (i < data.length && data[i] != 0) {
            i++;
        }
        return i;
    }
}
