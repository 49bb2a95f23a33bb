package org.zfscope.app.live;

import static org.zfscope.models.words.Words.say;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.zfscope.models.io.InputException;

/**
 * The JPEG pictures of a stream, one after the other, whatever lies between them: files of concatenated pictures
 * ({@code .mjpeg}), AVI files of MJPG frames, and what cameras send over HTTP ({@code multipart/x-mixed-replace}). Segments
 * are followed by their lengths, so a thumbnail inside a picture does not end it.
 */
public final class JpegFrames implements AutoCloseable {

    /** A larger frame is refused before memory runs out. */
    static final int MOST_BYTES = 32_000_000;

    /** A stream that brings so much else has no pictures. */
    static final int MOST_BETWEEN = 4_000_000;

    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private final String name;
    private final InputStream in;
    private ByteArrayOutputStream frame = new ByteArrayOutputStream();

    /** Reads the stream of that name, for messages. */
    public JpegFrames(String name, InputStream in) {
        this.name = name;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * The next whole picture; none at the end of the stream, where a picture that is cut off does not count.
     *
     * @throws InputException if what comes is no sequence of JPEG pictures
     * @throws IOException if the stream breaks
     */
    public Optional<byte[]> next() throws IOException {
        frame = new ByteArrayOutputStream();
        try {
            skipToStart();
            copySegments();
        } catch (EOFException e) {
            return Optional.empty();
        }
        return Optional.of(frame.toByteArray());
    }

    private void skipToStart() throws IOException {
        int before = 0;
        for (int skipped = 0; skipped < MOST_BETWEEN; skipped++) {
            int now = read();
            if (before == MARK && now == START) {
                frame.write(MARK);
                frame.write(START);
                return;
            }
            before = now;
        }
        throw new InputException(say("app.jpeg-frames.brings-jpeg-pictures-mb", name, MOST_BETWEEN / 1_000_000));
    }

    /** To the picture's end. What follows a scan's header runs to the next mark that is neither stuffing nor restart. */
    private void copySegments() throws IOException {
        int code = mark();
        while (code != END) {
            int length = copy() << 8 | copy();
            for (int i = 2; i < length; i++) {
                copy();
            }
            code = code == SCAN ? afterScan() : mark();
        }
    }

    private int mark() throws IOException {
        if (copy() != MARK) {
            throw new InputException(say("app.jpeg-frames.jpeg-picture-damaged", name));
        }
        int code = copy();
        while (code == MARK) {
            code = copy();
        }
        return code;
    }

    private int afterScan() throws IOException {
        while (true) {
            if (copy() == MARK) {
                int code = copy();
                while (code == MARK) {
                    code = copy();
                }
                boolean goesOn = code == 0 || (code >= 0xD0 && code <= 0xD7);
                if (!goesOn) {
                    return code;
                }
            }
        }
    }

    private int copy() throws IOException {
        int value = read();
        if (frame.size() == MOST_BYTES) {
            throw new InputException(say("app.jpeg-frames.frame-larger-mb", name, MOST_BYTES / 1_000_000));
        }
        frame.write(value);
        return value;
    }

    private int read() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
