package org.zfscope.models.load.safetensors;

import static org.zfscope.models.words.Words.say;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.OneLine;

/**
 * An open safetensors file: eight bytes that say how long the header is, the {@link Header}, and the tensors' bytes, which
 * are read piece by piece into memory outside Java's heap.
 */
final class Safetensors implements AutoCloseable {

    /** More than a thousand times what the networks have that are read here. */
    private static final long MAX_HEADER = 16L << 20;

    /** Numbers that are converted at once. */
    private static final int PIECE = 1 << 16;

    private static final int LARGEST_EXPONENT = 0x7F800000;

    private final Path file;
    private final FileChannel channel;
    private final Header header;
    private final long first;
    private final ByteBuffer bytes =
            ByteBuffer.allocateDirect(PIECE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final float[] piece = new float[PIECE];

    private Safetensors(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        long length = headerLength(channel);
        this.first = Long.BYTES + length;
        ByteBuffer json = ByteBuffer.allocate((int) length);
        readFully(channel, json, Long.BYTES);
        this.header = Header.parse(json.array(), channel.size() - first);
    }

    /** A header's length, and the bracket that it begins with. */
    static boolean looksLikeSafetensors(byte[] head) {
        if (head.length <= Long.BYTES || head[Long.BYTES] != '{') {
            return false;
        }
        long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length >= 2 && length <= Integer.MAX_VALUE;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws IllegalArgumentException if the header is none, or does not go with the file
     */
    static Safetensors open(Path file) {
        InputFile.check(file, say("models.safetensors.expected"));
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                return new Safetensors(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private static long headerLength(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new IllegalArgumentException(say("models.safetensors.too-short", size));
        }
        readFully(channel, start, 0);
        long length = start.getLong(0);
        if (length < 2 || length > MAX_HEADER || length > size - Long.BYTES) {
            throw new IllegalArgumentException(
                    say("models.safetensors.header-length", Long.toUnsignedString(length), MAX_HEADER, size));
        }
        return length;
    }

    Header header() {
        return header;
    }

    /**
     * The numbers of a tensor, in memory that the caller owns.
     *
     * @param name for messages
     * @throws IllegalArgumentException if they are of no type that weights have, or not all finite
     */
    Memory memory(String name, Entry entry) {
        NumberType type = type(name, entry);
        Memory memory = Memory.allocate(entry.sides().count());
        try {
            read(name, entry, type, memory.floats());
            return memory;
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /** The numbers of a small tensor. */
    float[] vector(String name, Entry entry) {
        float[] values = new float[Math.toIntExact(entry.sides().count())];
        read(name, entry, type(name, entry), FloatBuffer.wrap(values));
        return values;
    }

    private static NumberType type(String name, Entry entry) {
        return NumberType.named(entry.type())
                .orElseThrow(() -> new IllegalArgumentException(
                        say("models.safetensors.type", OneLine.of(name), OneLine.of(entry.type()))));
    }

    private void read(String name, Entry entry, NumberType type, FloatBuffer into) {
        long at = first + entry.begin();
        while (into.hasRemaining()) {
            int count = Math.min(PIECE, into.remaining());
            bytes.clear().limit(count * type.bytes());
            try {
                readFully(channel, bytes, at);
            } catch (IOException e) {
                throw MachineException.reading(file, e);
            }
            type.read(bytes.flip(), piece, count);
            requireFinite(name, count);
            into.put(piece, 0, count);
            at += (long) count * type.bytes();
        }
    }

    /** The exponent's bits are all set in what is no number or has no end. */
    private void requireFinite(String name, int count) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(piece[i]) & Integer.MAX_VALUE);
        }
        if (largest >= LARGEST_EXPONENT) {
            throw new IllegalArgumentException(
                    say("models.safetensors.finite", OneLine.of(name), Float.intBitsToFloat(largest)));
        }
    }

    private static void readFully(FileChannel channel, ByteBuffer into, long at) throws IOException {
        long start = at - into.position();
        while (into.hasRemaining()) {
            if (channel.read(into, start + into.position()) < 0) {
                throw new EOFException(say("models.safetensors.ends-early"));
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
