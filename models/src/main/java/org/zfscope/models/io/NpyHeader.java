package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a .npy file says about its numbers.
 *
 * @param fortran true if the first index runs fastest
 * @param length the header's own bytes, after which the numbers begin
 */
record NpyHeader(NpyType type, boolean fortran, long[] shape, int length) {

    private static final String MAGIC = "\u0093NUMPY";

    /** No dictionary needs more; a longer one is none. */
    private static final int LONGEST = 10_000;

    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]\\w{1,8})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE =
            Pattern.compile("'shape'\\s*:\\s*\\(((?:\\d{1,18}(?:, ?\\d{1,18}){0,31},?)?)\\s?\\)");
    private static final String ENTRY = "\\s*(?:" + TYPE + "|" + ORDER + "|" + SHAPE + ")\\s*";
    private static final Pattern DICTIONARY =
            Pattern.compile("\\{" + ENTRY + "," + ENTRY + "," + ENTRY + ",?\\s*\\}\\s*");

    /**
     * Reads from the file's first byte up to its first number.
     *
     * @throws IllegalArgumentException if it does not begin as such a file must
     */
    static NpyHeader read(InputStream in) throws IOException {
        if (!MAGIC.equals(text(in, MAGIC.length()))) {
            throw new IllegalArgumentException(say("models.npy-header.npy-file-whatever-name"));
        }
        int version = in.read();
        int minor = in.read();
        if (version < 1 || version > 3 || minor != 0) {
            throw new IllegalArgumentException(say("models.npy-header.version-1-0-3", version, minor));
        }
        // version 1 has two bytes for the dictionary's length, the others four, lowest first
        String size = text(in, version == 1 ? 2 : 4);
        long bytes = 0;
        for (int i = size.length() - 1; i >= 0; i--) {
            bytes = bytes << 8 | size.charAt(i);
        }
        if (bytes > LONGEST) {
            throw new IllegalArgumentException(say("models.npy-header.has-header-bytes-which", bytes));
        }
        return parse(text(in, (int) bytes), MAGIC.length() + 2 + size.length() + (int) bytes);
    }

    private static String text(InputStream in, int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Reads a dictionary as {@link #floats} has it, its entries in any order, and nothing else. */
    private static NpyHeader parse(String text, int length) {
        if (!DICTIONARY.matcher(text).matches()) {
            throw new IllegalArgumentException(say("models.npy-header.has-header-does-describe"));
        }
        long[] shape = Arrays.stream(find(SHAPE, text).split(",", -1))
                .map(String::strip)
                .filter(side -> !side.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        return new NpyHeader(NpyType.named(find(TYPE, text)), find(ORDER, text).equals("True"), shape, length);
    }

    private static String find(Pattern entry, String text) {
        Matcher matcher = entry.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(say("models.npy-header.has-header-which-entry"));
        }
        return matcher.group(1);
    }

    /** A whole header for row-major floats of two or more sides; the numbers begin at a multiple of 64, as NumPy likes it. */
    static byte[] floats(long... shape) {
        String sides = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sides + "), }";
        int prefix = MAGIC.length() + 4;
        int padding = 63 - (prefix + text.length()) % 64;
        int length = text.length() + padding + 1;
        String start = MAGIC + "\1\0" + (char) (length & 0xFF) + (char) (length >> 8);
        return (start + text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * How many bytes the numbers take.
     *
     * @throws ArithmeticException if they are more than a long can count
     */
    long bytes() {
        return Arrays.stream(shape).reduce(type.bytes(), Math::multiplyExact);
    }
}
