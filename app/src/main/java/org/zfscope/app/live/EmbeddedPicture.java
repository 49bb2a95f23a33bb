package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;

/** A picture that a page holds inside its text: {@code data:image/png;base64,...}. */
final class EmbeddedPicture {

    private static final String START = "data:image/";
    private static final int SHOWN = 40;

    private EmbeddedPicture() {}

    static boolean isOne(String text) {
        String start = text.stripLeading();
        return start.regionMatches(true, 0, START, 0, START.length()) && start.indexOf(',') > 0;
    }

    /**
     * Writes the picture to a file.
     *
     * @throws InputException if there is none
     */
    static Found write(String link, Path file) {
        String text = link.strip();
        int comma = text.indexOf(',');
        byte[] bytes = bytes(text.substring(0, comma), text.substring(comma + 1));
        AtomicFile.write(file, out -> out.write(bytes));
        if (!ImageFiles.looksLikePicture(file)) {
            throw new InputException(say(
                    "app.embedded-picture.holds-picture-can-read", text.substring(0, Math.min(SHOWN, text.length()))));
        }
        return new Found.Picture(file, "picture", Optional.empty());
    }

    private static byte[] bytes(String head, String content) {
        try {
            // only where it is encoded twice; a plus sign is one of base64's own letters
            String plain = URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return head.toLowerCase(Locale.ROOT).endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(plain)
                    : plain.getBytes(StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // which is no picture
        }
    }
}
