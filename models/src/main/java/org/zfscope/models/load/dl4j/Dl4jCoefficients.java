package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.io.InputException;

/**
 * Reads one array as ND4J writes it, big-endian: a buffer with the shape, then one with the numbers. A buffer is the
 * name of its allocation mode, its length, the name of its type, its content. Nothing is allocated before the sizes
 * were checked against what the configuration needs.
 */
final class Dl4jCoefficients {

    /** Modes of old versions, which wrote the length as an int. */
    private static final Set<String> INT_LENGTH = Set.of("DIRECT", "HEAP", "JAVACPP");

    private static final Set<String> LONG_LENGTH = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");
    private static final int MAX_RANK = 32;
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final DataInputStream in;
    private final long declaredBytes;

    private record Header(long length, String type) {}

    /** @param declaredBytes what the entry says it unpacks to */
    Dl4jCoefficients(Path file, InputStream in, long declaredBytes) {
        this.file = file;
        this.in = new DataInputStream(in);
        this.declaredBytes = declaredBytes;
    }

    /** All numbers in a row; the caller closes them. */
    Memory read(long expected) throws IOException {
        try {
            requireShape(expected);
            Header data = header();
            if (data.length != expected) {
                throw wrong(say("models.dl4j-coefficients.holds-numbers-configuration-needs", data.length, expected));
            }
            Memory values = numbers(data);
            if (in.read() >= 0) {
                throw wrong(say("models.dl4j-coefficients.goes-after-numbers", expected));
            }
            return values;
        } catch (EOFException e) {
            throw wrong(say("models.dl4j-coefficients.ends-before-numbers-copy", expected));
        }
    }

    private void requireShape(long expected) throws IOException {
        Header info = header();
        if (info.length < 4 || info.length > 2 * MAX_RANK + 4) {
            throw wrong(say("models.dl4j-coefficients.does-start-shape-nd4j"));
        }
        long rank = integer(info.type);
        if (2 * rank + 4 != info.length) {
            throw wrong(say("models.dl4j-coefficients.has-shape-rank-numbers", rank, info.length));
        }
        long size = 1;
        for (int i = 0; i < rank; i++) {
            long side = integer(info.type);
            if (side < 1 || (side != 1 && size != 1)) {
                throw wrong(say("models.dl4j-coefficients.vector"));
            }
            size *= side;
        }
        for (long rest = rank + 1; rest < info.length; rest++) {
            integer(info.type);
        }
        if (size != expected) {
            throw wrong(say("models.dl4j-coefficients.holds-numbers-configuration-needs", size, expected));
        }
    }

    private Header header() throws IOException {
        String mode = name();
        if (!INT_LENGTH.contains(mode) && !LONG_LENGTH.contains(mode)) {
            throw wrong(say("models.dl4j-coefficients.nd4j-array"));
        }
        long length = INT_LENGTH.contains(mode) ? in.readInt() : in.readLong();
        return new Header(length, name());
    }

    /** As writeUTF writes it; only short plain names occur. */
    private String name() throws IOException {
        int length = in.readUnsignedShort();
        if (length > MAX_RANK) {
            throw wrong(say("models.dl4j-coefficients.nd4j-array"));
        }
        return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }

    private long integer(String type) throws IOException {
        return switch (type) {
            case "LONG" -> in.readLong();
            case "INT" -> in.readInt();
            default -> throw wrong(say("models.dl4j-coefficients.has-shape", printable(type)));
        };
    }

    private Memory numbers(Header data) throws IOException {
        int bytes =
                switch (data.type) {
                    case "FLOAT" -> Float.BYTES;
                    case "DOUBLE" -> Double.BYTES;
                    default ->
                        throw wrong(say("models.dl4j-coefficients.holds-numbers-type-float", printable(data.type)));
                };
        if (data.length > Integer.MAX_VALUE || data.length * bytes > declaredBytes) {
            throw wrong(say("models.dl4j-coefficients.claims-numbers-bytes", data.length, declaredBytes));
        }
        Memory values = Memory.allocate(data.length);
        try {
            fill(values.floats(), bytes);
            return values;
        } catch (IOException | RuntimeException e) {
            values.close();
            throw e;
        }
    }

    private void fill(FloatBuffer to, int bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        float[] decoded = new float[CHUNK / bytes];
        while (to.hasRemaining()) {
            int count = Math.min(decoded.length, to.remaining());
            in.readFully(chunk, 0, count * bytes);
            decode(ByteBuffer.wrap(chunk), decoded, count, bytes);
            to.put(decoded, 0, count);
        }
    }

    private void decode(ByteBuffer chunk, float[] decoded, int count, int bytes) {
        for (int i = 0; i < count; i++) {
            decoded[i] = bytes == Float.BYTES ? chunk.getFloat(i * bytes) : (float) chunk.getDouble(i * bytes);
            if (!Float.isFinite(decoded[i])) {
                throw wrong(say("models.dl4j-coefficients.holds-training-went-wrong", decoded[i]));
            }
        }
    }

    private static String printable(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "?");
    }

    private InputException wrong(String problem) {
        return InputException.in(file, say("models.dl4j-coefficients.entry-coefficients-bin", problem));
    }
}
