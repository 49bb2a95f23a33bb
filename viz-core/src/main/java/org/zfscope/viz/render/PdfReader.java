package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/**
 * Finds the provenance among the bytes of a PDF, as {@link Pdf} writes it: an entry {@code /zfscope (...)}. Nothing else of
 * the file is looked at, so nothing in it can do harm.
 */
final class PdfReader {

    private static final String SIGNATURE = "%PDF-";
    private static final String ENTRY = "/" + Pdf.INFORMATION + " (";

    /** Escapes make a text longer. */
    private static final int LONGEST = 8 * Provenance.LONGEST;

    private final Path file;
    private final InputStream in;

    private PdfReader(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static Provenance read(Path file) {
        InputFile.check(file, say("viz.pdf-reader.a-pdf"));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new PdfReader(file, in).read();
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private Provenance read() throws IOException {
        String begin = new String(in.readNBytes(SIGNATURE.length()), StandardCharsets.ISO_8859_1);
        if (!begin.equals(SIGNATURE)) {
            throw InputException.in(file, say("viz.pdf-reader.no-pdf"));
        }
        int found = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            boolean next = b == ENTRY.charAt(found);
            found = next ? found + 1 : b == ENTRY.charAt(0) ? 1 : 0;
            if (found == ENTRY.length()) {
                return Provenance.ofJson(text(), file);
            }
        }
        throw InputException.in(file, say("viz.pdf-reader.nothing"));
    }

    /** Up to the closing bracket; a bracket or backslash of the text stands behind a backslash. */
    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != ')' && text.length() < LONGEST; b = in.read()) {
            int letter = b == '\\' ? in.read() : b;
            text.append((char) letter);
        }
        return text.toString();
    }
}
