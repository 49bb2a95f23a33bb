package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.open.Models;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Torchvision;

/**
 * How long a model's file takes to open, beside reading its bytes and copying them once, and what memory that needs at most.
 * Each is measured in a process of its own.
 */
public final class Opening {

    private static final int PIECE = 1 << 20;

    private Opening() {}

    /** Arguments: {@code write} with a file and an architecture, {@code read} or {@code open} with a file. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("write")) {
            write(file, Torchvision.blueprint(args[2], 1000).orElseThrow().tensors());
            return;
        }
        long start = System.nanoTime();
        if (args[0].equals("read")) {
            copy(Files.readAllBytes(file)).close();
        } else {
            try (Network network = Models.open(args[1])) {
                network.parameters();
            }
        }
        System.out.printf(Locale.ROOT, "%.3f %d%n", (System.nanoTime() - start) / 1e9, PeakMemory.mebibytes());
    }

    private static Memory copy(byte[] bytes) {
        FloatBuffer floats =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        Memory memory = Memory.allocate(floats.remaining());
        memory.floats().put(floats);
        return memory;
    }

    /** A safetensors file of an architecture whose numbers are all alike. */
    private static void write(Path file, Map<String, Sides> tensors) throws IOException {
        StringBuilder header = new StringBuilder("{\"__metadata__\": {\"format\": \"pt\"}");
        long end = 0;
        for (Map.Entry<String, Sides> tensor : tensors.entrySet()) {
            long begin = end;
            end += tensor.getValue().count() * Float.BYTES;
            header.append(", \"%s\": {\"dtype\": \"F32\", \"shape\": %s, \"data_offsets\": [%d, %d]}"
                    .formatted(tensor.getKey(), tensor.getValue().lengths(), begin, end));
        }
        byte[] json = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            out.write(length.putLong(0, json.length));
            out.write(ByteBuffer.wrap(json));
            ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
            while (piece.hasRemaining()) {
                piece.putFloat(0.01f);
            }
            for (long left = end; left > 0; left -= piece.limit()) {
                piece.position(0).limit((int) Math.min(left, PIECE));
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
            }
        }
    }
}
