package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

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
        InputFile.check(file, say("viz.png-reader.png-picture"));
        try (InputStream bytes = Files.newInputStream(file)) {
            return new PngReader(file, bytes).read();
        } catch (EOFException e) {
            throw InputException.in(file, say("viz.png-reader.ends-too-early-png"), e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private Provenance read() throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw InputException.in(file, say("viz.png-reader.png-picture-only-png"));
        }
        boolean more = true;
        while (more) {
            more = readChunk();
        }
        if (entries.isEmpty()) {
            throw InputException.in(file, say("viz.png-reader.carries-provenance-only-pictures"));
        }
        return provenance();
    }

    private Provenance provenance() {
        try {
            return new Provenance(entries);
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, say("viz.png-reader.carries-provenance-zfscope-did"), e);
        }
    }

    /** Length, type, data, checksum of type and data. */
    private boolean readChunk() throws IOException {
        int length = in.readInt();
        checked.getChecksum().reset();
        String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        if (length < 0) {
            throw damaged(say("viz.png-reader.part-bytes", Integer.toUnsignedString(length)));
        }
        if (PngText.isText(type)) {
            readText(type, length);
        } else {
            in.skipNBytes(length);
        }
        if ((int) checked.getChecksum().getValue() != in.readInt()) {
            throw damaged(say("viz.png-reader.wrong-checksum"));
        }
        return !type.equals("IEND");
    }

    private void readText(String type, int length) throws IOException {
        textBytes += length;
        if (textBytes > MOST_TEXT) {
            throw damaged(say("viz.png-reader.more-bytes-text", MOST_TEXT));
        }
        byte[] data = in.readNBytes(length);
        if (data.length < length) {
            throw new EOFException();
        }
        new PngText(type, data).entry().ifPresent(e -> entries.putIfAbsent(e.getKey(), e.getValue()));
    }

    private InputException damaged(String found) {
        return InputException.in(file, say("viz.png-reader.damaged-has-make-copy", found));
    }
}
