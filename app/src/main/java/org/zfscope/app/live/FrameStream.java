package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.zfscope.app.task.Feed;
import org.zfscope.models.io.InputException;

/** Live frames: from an HTTP address as cameras send them, or from a file of JPEG frames, which is played over and over. */
public final class FrameStream {

    /** Frames a second that a file has; it does not say so itself. */
    public static final int FRAMES_A_SECOND = 25;

    private static final Duration WAIT = Duration.ofSeconds(8);
    private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / FRAMES_A_SECOND;

    private FrameStream() {}

    /** Whether a text is the address of a stream. */
    public static boolean isAddress(String text) {
        return WebAddress.of(text).isPresent();
    }

    /** Whether a file is one of frames, by its name: its content begins like a picture. */
    public static boolean isFile(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(mjpe?g|avi)");
    }

    /** What reads an address or a file. */
    public static Feed.Source of(String name) {
        return isAddress(name)
                ? frames -> connect(WebAddress.named(name), frames)
                : frames -> play(Path.of(name), frames);
    }

    /** Cameras set the pace. A stream that says nothing for a while is given up. */
    private static void connect(WebAddress address, Predicate<byte[]> frames) throws IOException {
        try (WebAnswer answer = WebAnswer.of(address, WAIT, () -> {});
                JpegFrames stream = new JpegFrames(address.toString(), answer.body())) {
            Optional<byte[]> frame = stream.next();
            while (frame.isPresent() && frames.test(frame.get())) {
                frame = stream.next();
            }
            if (frame.isEmpty()) {
                throw new InputException(say("app.frame-stream.stream-has-ended-play", address));
            }
        } catch (HttpTimeoutException e) {
            throw new InputException(say("app.frame-stream.nothing-came-s-camera", address, WAIT.toSeconds()), e);
        } catch (IOException e) {
            throw new InputException(say("app.frame-stream.cannot-read-play-c", address, e.getMessage()), e);
        }
    }

    private static void play(Path file, Predicate<byte[]> frames) throws Exception {
        long start = System.nanoTime();
        long number = 0;
        while (true) {
            long first = number;
            try (JpegFrames stream = new JpegFrames(file.toString(), Files.newInputStream(file))) {
                Optional<byte[]> frame = stream.next();
                while (frame.isPresent()) {
                    sleepUntil(start + number++ * FRAME_NANOS);
                    if (!frames.test(frame.get())) {
                        return;
                    }
                    frame = stream.next();
                }
            } catch (NoSuchFileException e) {
                throw InputException.in(file, say("app.frame-stream.does-exist"), e);
            } catch (IOException e) {
                throw InputException.in(file, say("app.frame-stream.cannot-read", e), e);
            }
            if (number == first) {
                throw InputException.in(file, say("app.frame-stream.holds-jpeg-frames-mjpeg"));
            }
        }
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
