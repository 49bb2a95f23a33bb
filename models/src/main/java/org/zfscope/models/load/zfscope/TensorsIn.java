package org.zfscope.models.load.zfscope;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.OneLine;

/** Tensors read from a safetensors file, each taken out once. What nobody took is given back when this is closed. */
final class TensorsIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MAX_HEADER = 16L << 20;
    private static final int MAX_RANK = 8;
    private static final int PIECE = 1 << 16;

    /** Numbers with how long their sides are. */
    record Held(Memory memory, int[] shape) {}

    private record Entry(String name, int[] shape, long begin, long end) {}

    private final Map<String, Held> held = new HashMap<>();

    private TensorsIn() {}

    /**
     * Reads all of a file.
     *
     * @param size what the file declares to have; no more memory is taken than that
     * @throws IllegalArgumentException if it is no safetensors file of 32-bit numbers
     */
    static TensorsIn read(InputStream in, long size) throws IOException {
        TensorsIn tensors = new TensorsIn();
        try {
            tensors.fill(in, size);
            return tensors;
        } catch (IOException | RuntimeException e) {
            tensors.close();
            throw e;
        }
    }

    private void fill(InputStream in, long size) throws IOException {
        long header = ByteBuffer.wrap(exactly(in, Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
        if (header < 2 || header > MAX_HEADER || header > size - Long.BYTES) {
            throw new IllegalArgumentException(say("models.tensors-in.header", header, size));
        }
        long at = 0;
        for (Entry entry : entries(exactly(in, (int) header), size - Long.BYTES - header)) {
            if (entry.begin() != at) {
                throw new IllegalArgumentException(say("models.tensors-in.gap", OneLine.of(entry.name())));
            }
            at = entry.end();
            Memory memory = Memory.allocate((entry.end() - entry.begin()) / Float.BYTES);
            held.put(entry.name(), new Held(memory, entry.shape()));
            read(in, memory.floats());
        }
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException(say("models.tensors-in.ends"));
        }
        return bytes;
    }

    /** In the order in which their numbers lie. */
    private static List<Entry> entries(byte[] json, long bytes) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(say("models.tensors-in.json", OneLine.of(e.getOriginalMessage())), e);
        }
        return root.properties().stream()
                .filter(entry -> !entry.getKey().equals("__metadata__"))
                .map(entry -> entry(entry.getKey(), entry.getValue(), bytes))
                .sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end))
                .toList();
    }

    private static Entry entry(String name, JsonNode node, long bytes) {
        JsonNode sides = node.path("shape");
        long begin = node.path("data_offsets").path(0).asLong(-1);
        long end = node.path("data_offsets").path(1).asLong(-1);
        int[] shape = new int[Math.min(sides.size(), MAX_RANK)];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sides.path(i).isInt() ? sides.path(i).intValue() : -1;
            count = shape[i] < 1 ? -1 : Math.multiplyExact(count, shape[i]);
        }
        boolean fits = sides.size() == shape.length
                && count > 0
                && count <= Integer.MAX_VALUE
                && begin >= 0
                && end <= bytes
                && end - begin == count * Float.BYTES;
        if (!fits || !node.path("dtype").asText().equals("F32")) {
            throw new IllegalArgumentException(say("models.tensors-in.tensor", OneLine.of(name), OneLine.of(node)));
        }
        return new Entry(name, shape, begin, end);
    }

    private static void read(InputStream in, FloatBuffer into) throws IOException {
        while (into.hasRemaining()) {
            byte[] bytes = exactly(in, Math.min(PIECE, into.remaining()) * Float.BYTES);
            into.put(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
        }
    }

    /**
     * Numbers that become the caller's, who closes them.
     *
     * @throws IllegalArgumentException if there are none of that name, or somebody has them
     */
    Held take(String name) {
        Held tensor = held.remove(name);
        if (tensor == null) {
            throw new IllegalArgumentException(say("models.tensors-in.missing", OneLine.of(name)));
        }
        return tensor;
    }

    /** The same as an array. */
    float[] array(String name) {
        Held tensor = take(name);
        try (Memory memory = tensor.memory()) {
            float[] numbers = new float[memory.floats().capacity()];
            memory.floats().get(numbers);
            return numbers;
        }
    }

    /** How long a tensor's sides are. */
    int[] shape(String name) {
        Held tensor = held.get(name);
        return tensor == null ? new int[0] : Arrays.copyOf(tensor.shape(), tensor.shape().length);
    }

    @Override
    public void close() {
        held.values().forEach(tensor -> tensor.memory().close());
        held.clear();
    }
}
