package org.zfscope.models.load.zfscope;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tensors on their way into a safetensors file: a header in JSON, then all numbers, little-endian, one after the other. */
final class TensorsOut {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Numbers that are converted at once. */
    private static final int PIECE = 1 << 16;

    /** The header is filled up with spaces to a multiple of this, so that numbers lie as processors like them. */
    private static final int ALIGNMENT = 8;

    private record Entry(String name, FloatBuffer numbers, int[] shape) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** Adds an array, which must not change until it is written, and says what it is called: where a name is taken, another. */
    String add(String name, float[] numbers, int... shape) {
        return add(name, FloatBuffer.wrap(numbers), shape);
    }

    /** The same for numbers outside Java's heap. */
    String add(String name, FloatBuffer numbers, int... shape) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + "_" + i;
        }
        entries.add(new Entry(free, numbers, shape));
        return free;
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] header = header();
        int padding = Math.floorMod(-header.length, ALIGNMENT);
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length + padding)
                .array());
        out.write(header);
        out.write(" ".repeat(padding).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (Entry entry : entries) {
            write(entry.numbers().duplicate(), out);
        }
    }

    private byte[] header() throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long at = 0;
        for (Entry entry : entries) {
            long end = at + (long) entry.numbers().capacity() * Float.BYTES;
            ObjectNode node = header.putObject(entry.name()).put("dtype", "F32");
            var shape = node.putArray("shape");
            for (int side : entry.shape()) {
                shape.add(side);
            }
            node.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        return JSON.writeValueAsBytes(header);
    }

    private static void write(FloatBuffer numbers, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer piece = bytes.asFloatBuffer();
        numbers.rewind();
        while (numbers.hasRemaining()) {
            int n = Math.min(PIECE, numbers.remaining());
            piece.clear();
            piece.put(numbers.slice(numbers.position(), n));
            numbers.position(numbers.position() + n);
            out.write(bytes.array(), 0, n * Float.BYTES);
        }
    }
}
