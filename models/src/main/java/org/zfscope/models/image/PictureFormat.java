package org.zfscope.models.image;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/** The kinds of picture files that can be read, told apart by how they begin and never by their names. */
enum PictureFormat {
    JPEG("\u00FF\u00D8\u00FF"),
    PNG("\u0089PNG\r\n\u001A\n"),
    GIF("GIF8[79]a"),
    // two letters are too little to go by, so the size of the second header, always below 256, counts too
    BMP("BM.{13}\0{3}"),
    WEBP("RIFF.{4}WEBP"),
    TIFF("II[*+]\0|MM\0[*+]");

    private static final int LONGEST = 18;

    /** How files of this kind begin: a regular expression, a character a byte. */
    private final String signature;

    PictureFormat(String signature) {
        this.signature = signature;
    }

    /**
     * Looks at the first bytes of a file.
     *
     * @throws InputException if there is no such file, it is empty, or it is no picture
     */
    static PictureFormat of(Path file) {
        InputFile.check(file, say("models.picture-format.picture-file"));
        String start = start(file);
        if (start.isEmpty()) {
            throw InputException.in(file, say("models.picture-format.empty-picture-expected"));
        }
        return find(start)
                .orElseThrow(() -> InputException.in(
                        file, say("models.picture-format.picture-known-kind-whatever", Arrays.toString(values()))));
    }

    /**
     * The kind of the file, or nothing if it is no picture or may not be read.
     *
     * @throws MachineException if that cannot be told now
     */
    static Optional<PictureFormat> guess(Path file) {
        try {
            return Files.isRegularFile(file) ? find(start(file)) : Optional.empty();
        } catch (MachineException e) {
            if (e.getCause() instanceof AccessDeniedException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private static Optional<PictureFormat> find(String start) {
        return Arrays.stream(values())
                .filter(format -> Pattern.compile(format.signature, Pattern.DOTALL)
                        .matcher(start)
                        .lookingAt())
                .findFirst();
    }
}
