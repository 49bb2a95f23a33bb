package org.zfscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zfscope.models.io.InputException;

class JpegFramesTest {

    /** Start, a segment with a thumbnail inside, a scan with stuffing and a restart, end. */
    private static final byte[] FRAME = bytes(
            0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 0xFF, 0xD8, 1, 2, 0xFF, 0xD9, 0xFF, 0xDA, 0, 3, 7, 9, 0xFF, 0, 0xFF, 0xD1, 5,
            0xFF, 0xFF, 0xD9);

    @Test
    void picturesAreFoundWholeBetweenOtherThings() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes('-', '-', 'b', 0xFF, 'x'));
        all.write(FRAME);
        all.write(FRAME);
        all.write(bytes('\r', '\n'));
        all.write(FRAME, 0, FRAME.length - 1);

        try (JpegFrames frames = new JpegFrames("camera", new ByteArrayInputStream(all.toByteArray()))) {
            assertThat(frames.next()).contains(FRAME);
            assertThat(frames.next()).contains(FRAME);
            assertThat(frames.next()).as("the one that is cut off").isEmpty();
        }
    }

    @Test
    void endlessNoiseIsRefused() throws Exception {
        try (JpegFrames frames = new JpegFrames("noise", endless(0x55))) {
            assertThatThrownBy(frames::next)
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("noise: brings no");
        }
    }

    @Test
    void anEndlessFrameIsRefused() throws Exception {
        InputStream start = new ByteArrayInputStream(FRAME, 0, 17);
        try (JpegFrames frames = new JpegFrames("large", new SequenceInputStream(start, endless(0x55)))) {
            assertThatThrownBy(frames::next)
                    .isInstanceOf(InputException.class)
                    .hasMessage("large: a frame is larger than 32 MB");
        }
    }

    private static InputStream endless(int value) {
        return new InputStream() {
            @Override
            public int read() {
                return value;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) value);
                return length;
            }
        };
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
