package org.zfscope.benchmarks.peer;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One layer of the plan that zfscope wrote. */
sealed interface Step {

    String name();

    /** 3x3, stride 1, padding 1. */
    record Convolution(String name, Tensor weights, Tensor bias) implements Step {}

    record Relu(String name) implements Step {}

    /** 2x2, stride 2: windows do not overlap, so that libtorch's unpooling is exact. */
    record Pool(String name) implements Step {}

    /** Reads {@code plan.txt}, whose lines are "conv NAME FILTERS CHANNELS", "relu NAME" or "pool NAME". */
    static List<Step> read(Path folder) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("plan.txt"))) {
            String[] words = line.split(" ", -1);
            steps.add(
                    switch (words[0]) {
                        case "conv" ->
                            convolution(folder, words[1], Long.parseLong(words[2]), Long.parseLong(words[3]));
                        case "relu" -> new Relu(words[1]);
                        case "pool" -> new Pool(words[1]);
                        default -> throw new IOException("plan.txt: conv, relu or pool expected, found " + line);
                    });
        }
        return steps;
    }

    private static Convolution convolution(Path folder, String name, long filters, long channels) throws IOException {
        return new Convolution(
                name,
                tensor(folder.resolve(name + ".weights"), filters, channels, 3, 3),
                tensor(folder.resolve(name + ".bias"), filters));
    }

    /** A file of raw floats, little-endian, as a tensor that owns its memory. */
    static Tensor tensor(Path file, long... shape) throws IOException {
        Tensor tensor = torch.empty(shape);
        try (FileChannel channel = FileChannel.open(file)) {
            FloatBuffer values = channel.map(MapMode.READ_ONLY, 0, channel.size())
                    .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            if (values.remaining() != tensor.numel()) {
                throw new IOException(file + ": " + tensor.numel() + " floats expected, found " + values.remaining());
            }
            float[] all = new float[values.remaining()];
            values.get(all);
            new FloatPointer(tensor.data_ptr_float()).put(all);
        }
        return tensor;
    }
}
