package org.zfscope.viz.render;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/** Reads a PNG's text chunks, trusting nothing: no size that the file states decides how much memory is taken. */
final class PngReader {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Bytes of text in all: more than any provenance has. */
    private static final long MOST_TEXT = 4L * Provenance.LONGEST;

    private final Path file;
    private final CheckedInputStream checked;
    private final DataInputStream in;
    private final Map<String, String> entries = new LinkedHashMap<>();
    private long textBytes;

    private PngReader(Path file, InputStream bytes) {
        this.file = file;
        this.checked = new CheckedInputStream(new BufferedInputStream(bytes), new CRC32());
        this.in = new DataInputStream(checked);
    }

    static Provenance read(Path file) {
        InputFile.check(file, "a PNG picture");
        try (InputStream bytes = Files.newInputStream(file)) {
            return new PngReader(file, bytes).read();
        } catch (EOFException e) {
            throw InputException.in(file, "ends too early for a PNG; it was cut off, copy it again", e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private Provenance read() throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw InputException.in(file, "is not a PNG picture; only PNG files carry a provenance");
        }
        boolean more = true;
        while (more) {
            more = readChunk();
        }
        if (entries.isEmpty()) {
            throw InputException.in(file, "carries no provenance; only pictures that zfscope wrote have one");
        }
        return provenance();
    }

    private Provenance provenance() {
        try {
            return new Provenance(entries);
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, "carries a provenance that zfscope did not write", e);
        }
    }

    /** Length, type, data, checksum of type and data. */
    private boolean readChunk() throws IOException {
        int length = in.readInt();
        checked.getChecksum().reset();
        String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        if (length < 0) {
            throw damaged("a part of " + Integer.toUnsignedString(length) + " bytes");
        }
        if (PngText.isText(type)) {
            readText(type, length);
        } else {
            in.skipNBytes(length);
        }
        if ((int) checked.getChecksum().getValue() != in.readInt()) {
            throw damaged("a wrong checksum");
        }
        return !type.equals("IEND");
    }

    private void readText(String type, int length) throws IOException {
        textBytes += length;
        if (textBytes > MOST_TEXT) {
            throw damaged("more than " + MOST_TEXT + " bytes of text");
        }
        byte[] data = in.readNBytes(length);
        if (data.length < length) {
            throw new EOFException();
        }
        new PngText(type, data).entry().ifPresent(e -> entries.putIfAbsent(e.getKey(), e.getValue()));
    }

    private InputException damaged(String found) {
        return InputException.in(file, "is damaged, it has " + found + "; make or copy it again");
    }
}
