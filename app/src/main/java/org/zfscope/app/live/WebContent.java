package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What bytes from the web are, by how they begin. */
final class WebContent {

    /** Bytes that are enough to tell. */
    static final int HEAD = 512;

    private WebContent() {}

    /** Whether the server says that frames follow one another. */
    static boolean isStream(String type) {
        return type.matches("multipart/(x-mixed-replace|mixed)|(video|image)/(x-)?(motion-?jpeg|mjpe?g)");
    }

    /** Whether this begins like parts that are JPEG pictures, or like an AVI film, whatever the server says. */
    static boolean isStream(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.matches("(?is)\\s*--\\S+\\s+.*content-type:\\s*image/jpe?g.*")
                || text.matches("(?s)RIFF.{4}AVI .*");
    }

    static boolean isJpeg(byte[] head) {
        return head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8;
    }

    /** Why this is no picture, and what to do. */
    static String refusal(String type, byte[] head) {
        if (head.length == 0) {
            return say("app.web-content.server-answered-nothing-check");
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || type.contains("html")) {
            return say("app.web-content.web-page-picture-drag");
        }
        return type.isEmpty()
                ? say("app.web-content.neither-picture-can-read")
                : say("app.web-content.neither-picture-can-read-nor", type);
    }
}
