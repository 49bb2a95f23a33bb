package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Network inputs, feature maps and projections as .npy files. */
public final class NpyFiles {

    private NpyFiles() {}

    /** Whether a file starts as .npy files do, whatever it is called. */
    public static boolean looksLikeNpy(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(6), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'});
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads one tensor from [channels, height, width], [1, channels, height, width], [height, width] or [channels].
     *
     * @throws InputException if it is no such array, is empty, or holds numbers that are not finite
     */
    public static Tensor read(Path file) {
        List<Tensor> batch = readBatch(file);
        if (batch.size() != 1) {
            throw InputException.in(file, say("models.npy-files.holds-arrays-one-expected", batch.size()));
        }
        return batch.get(0);
    }

    /**
     * Reads tensors from [batch, channels, height, width], or one as {@link #read} does.
     *
     * @throws InputException if it is no such array, is empty, or holds numbers that are not finite
     */
    public static List<Tensor> readBatch(Path file) {
        Npy array = Npy.read(file);
        Shape shape = shape(file, array.shape());
        List<Tensor> batch = new ArrayList<>();
        for (int from = 0; from < array.values().length; from += shape.size()) {
            batch.add(new Tensor(shape, Arrays.copyOfRange(array.values(), from, from + shape.size())));
        }
        if (!batch.stream().allMatch(NpyFiles::finite)) {
            throw InputException.in(file, say("models.npy-files.holds-infinite-numbers-nan"));
        }
        return batch;
    }

    private static Shape shape(Path file, long[] sides) {
        if (Arrays.stream(sides).anyMatch(side -> side == 0)) {
            throw InputException.in(file, say("models.npy-files.holds-numbers-shape", Arrays.toString(sides)));
        }
        // not more than the numbers read, which an array could hold
        int[] s = Arrays.stream(sides).mapToInt(Math::toIntExact).toArray();
        return switch (s.length) {
            case 1 -> Shape.flat(s[0]);
            case 2 -> new Shape(1, s[0], s[1]);
            case 3 -> new Shape(s[0], s[1], s[2]);
            case 4 -> new Shape(s[1], s[2], s[3]);
            default ->
                throw InputException.in(
                        file, say("models.npy-files.has-shape-channels-height", Arrays.toString(sides)));
        };
    }

    private static boolean finite(Tensor tensor) {
        for (float v : tensor.values()) {
            if (!Float.isFinite(v)) {
                return false;
            }
        }
        return true;
    }

    /** Writes [channels, height, width]. */
    public static void write(Path file, Tensor tensor) {
        AtomicFile.write(file, content(tensor));
    }

    /** Writes one map: [height, width]. */
    public static void writeMap(Path file, Tensor map) {
        Shape shape = map.shape();
        if (shape.channels() != 1) {
            throw new IllegalArgumentException(say("models.npy-files.one-map-expected", shape));
        }
        AtomicFile.write(file, content(List.of(map), shape.height(), shape.width()));
    }

    /** Writes [batch, channels, height, width] from one or more tensors of the same shape. */
    public static void writeBatch(Path file, List<Tensor> batch) {
        AtomicFile.write(file, batchContent(batch));
    }

    /** What {@link #write} writes, for a file that belongs to others. */
    public static AtomicFile.Content content(Tensor tensor) {
        Shape shape = tensor.shape();
        return content(List.of(tensor), shape.channels(), shape.height(), shape.width());
    }

    /** What {@link #writeBatch} writes, for a file that belongs to others. */
    public static AtomicFile.Content batchContent(List<Tensor> batch) {
        Shape shape = batch.get(0).shape();
        for (Tensor tensor : batch) {
            if (!tensor.shape().equals(shape)) {
                throw new IllegalArgumentException(say("models.npy-files.tensors-expected", shape, tensor.shape()));
            }
        }
        return content(batch, shape.batch(batch.size()));
    }

    private static AtomicFile.Content content(List<Tensor> parts, long... shape) {
        return out -> {
            out.write(NpyHeader.floats(shape));
            for (Tensor part : parts) {
                write(out, part);
            }
        };
    }

    /** A row at a time, so that no second copy of everything lies in memory. */
    private static void write(OutputStream out, Tensor part) throws IOException {
        int width = part.shape().width();
        ByteBuffer row = ByteBuffer.allocate(width * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < part.values().length; from += width) {
            row.asFloatBuffer().put(part.values(), from, width);
            out.write(row.array());
        }
    }
}
