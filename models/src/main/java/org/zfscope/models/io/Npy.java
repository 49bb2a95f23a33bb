package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An array in a .npy file, NumPy's format, with any number of sides.
 *
 * @param values in row-major order, whatever the file's
 */
public record Npy(long[] shape, float[] values) {

    private static final int CHUNK = 1 << 16;

    /**
     * Reads an array of floats, doubles, bytes or integers in a file of version 1, 2 or 3.
     *
     * @throws InputException if it is no such file, or longer or shorter than its header says
     */
    public static Npy read(Path file) {
        InputFile.check(file, say("models.npy.npy-file"));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            NpyHeader header = NpyHeader.read(in);
            checkLength(header, Files.size(file) - header.length());
            float[] values = values(in, header);
            return new Npy(header.shape(), header.fortran() ? rowMajor(values, header.shape()) : values);
        } catch (IllegalArgumentException e) {
            throw InputException.in(file, String.valueOf(e.getMessage()), e);
        } catch (ArithmeticException e) {
            throw InputException.in(file, say("models.npy.claims-more-numbers-can"), e);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    /** Before anything is allocated: what a header claims, the file must hold. */
    private static void checkLength(NpyHeader header, long found) {
        if (found != header.bytes()) {
            throw new IllegalArgumentException(say(
                    "models.npy.should-hold-bytes-numbers", header.bytes(), Arrays.toString(header.shape()), found));
        }
    }

    private static float[] values(InputStream in, NpyHeader header) throws IOException {
        NpyType type = header.type();
        float[] values = new float[Math.toIntExact(header.bytes() / type.bytes())];
        ByteBuffer chunk = ByteBuffer.allocate(0);
        for (int i = 0; i < values.length; i++) {
            if (!chunk.hasRemaining()) {
                chunk = chunk(in, (long) (values.length - i) * type.bytes());
            }
            values[i] = type.next(chunk);
        }
        return values;
    }

    private static ByteBuffer chunk(InputStream in, long rest) throws IOException {
        int expected = (int) Math.min(CHUNK, rest);
        byte[] bytes = in.readNBytes(expected);
        if (bytes.length < expected) {
            throw new EOFException(say("models.npy.file-became-shorter-meanwhile"));
        }
        return ByteBuffer.wrap(bytes);
    }

    private static float[] rowMajor(float[] values, long[] shape) {
        float[] sorted = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            long rest = i;
            long target = 0;
            for (long side : shape) {
                // the first index runs fastest, so it is what remains first
                target = target * side + rest % side;
                rest /= side;
            }
            sorted[(int) target] = values[i];
        }
        return sorted;
    }
}
