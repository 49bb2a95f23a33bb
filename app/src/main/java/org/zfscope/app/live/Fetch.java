package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zfscope.app.task.Ticket;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.io.InputException;

/**
 * Fetches what a link leads to. Neither the address nor what the server says decides whether it is a picture, but its
 * bytes. Size and time are bounded.
 *
 * @param bytes most that a picture may have
 * @param time longest that it may take
 * @param silence longest without a byte
 */
public record Fetch(long bytes, Duration time, Duration silence) {

    /** For people who look at a window. */
    public static final Fetch USUAL = new Fetch(100_000_000, Duration.ofMinutes(2), Duration.ofSeconds(8));

    /** Cameras send one frame after the other; photographs carry a preview or two behind the picture. */
    private static final int FRAMES_OF_A_FILM = 8;

    /** A piece of a page may hold thousands of images. */
    private static final int TRIES = 4;

    /** Whether a text is something to fetch. */
    public static boolean isLink(String text) {
        return EmbeddedPicture.isOne(text) || WebAddress.of(text).isPresent();
    }

    /** What a link leads to, in a few words. */
    public static String name(String link) {
        return WebAddress.of(link)
                .map(address -> say("app.fetch.from", address.fileName(), address.host()))
                .orElse("a picture");
    }

    /**
     * The first of a few links that leads to something.
     *
     * @throws InputException if none does: why the first one does not
     */
    public Found first(List<String> links, Ticket ticket) {
        Optional<InputException> refused = Optional.empty();
        for (String link : links.subList(0, Math.min(links.size(), TRIES))) {
            try {
                return get(link, ticket);
            } catch (InputException e) {
                refused = refused.or(() -> Optional.of(e));
            }
        }
        throw refused.orElseThrow();
    }

    /**
     * Waits for a whole picture, or for as much of a stream as tells that it is one.
     *
     * @param ticket told of kilobytes that came and are to come, 0 if nobody knows
     * @throws InputException if the link leads to neither
     */
    Found get(String link, Ticket ticket) {
        Path file = temporary();
        boolean kept = false;
        try {
            Found found = EmbeddedPicture.isOne(link)
                    ? EmbeddedPicture.write(link, file)
                    : get(WebAddress.named(link), file, ticket);
            kept = found instanceof Found.Picture;
            return found;
        } finally {
            if (!kept) {
                delete(file);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("zfscope", ".part");
        } catch (IOException e) {
            throw new InputException(say("app.fetch.folder-temporary-files-cannot", e), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it lies in the system's folder for temporary files, which it tidies up itself
        }
    }

    private Found get(WebAddress address, Path file, Ticket ticket) {
        ticket.report(0, 0);
        long end = System.nanoTime() + time.toNanos();
        Runnable check = () -> {
            ticket.check();
            if (System.nanoTime() > end) {
                throw new InputException(say("app.fetch.did-come-within-s", address, time.toSeconds()));
            }
        };
        try (WebAnswer answer = WebAnswer.of(address, silence, check)) {
            return WebContent.isStream(answer.type()) ? new Found.Stream(address) : take(address, answer, file, ticket);
        } catch (HttpTimeoutException e) {
            throw new InputException(say("app.fetch.nothing-came-s-server", address, silence.toSeconds()), e);
        } catch (IOException e) {
            throw new InputException(say("app.fetch.cannot-fetched-try-again", address, e.getMessage()), e);
        }
    }

    private Found take(WebAddress address, WebAnswer answer, Path file, Ticket ticket) throws IOException {
        byte[] head;
        try (OutputStream out = Files.newOutputStream(file);
                Recording body = new Recording(address, answer, bytes, out, ticket)) {
            head = body.readNBytes(WebContent.HEAD);
            if (WebContent.isStream(head) || isFilm(address, head, body)) {
                return new Found.Stream(address);
            }
            body.transferTo(OutputStream.nullOutputStream());
        }
        if (!ImageFiles.looksLikePicture(file)) {
            throw new InputException(address + WebContent.refusal(answer.type(), head));
        }
        return new Found.Picture(file, address.fileName(), Optional.of(address.toString()));
    }

    /** Whether whole JPEG pictures follow one another. What is read for that is recorded like all else. */
    private static boolean isFilm(WebAddress address, byte[] head, InputStream rest) throws IOException {
        if (!WebContent.isJpeg(head)) {
            return false;
        }
        JpegFrames frames =
                new JpegFrames(address.toString(), new SequenceInputStream(new ByteArrayInputStream(head), rest));
        int whole = 0;
        try {
            while (whole < FRAMES_OF_A_FILM && frames.next().isPresent()) {
                whole++;
            }
        } catch (InputException e) {
            return false; // what is wrong with it is said by the next read, or by whoever decodes it
        }
        return whole == FRAMES_OF_A_FILM;
    }
}
