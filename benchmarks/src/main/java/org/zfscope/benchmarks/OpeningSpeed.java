package org.zfscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.onnx.OnnxLoader;

/** How long a large ONNX file takes to open, beside reading its bytes and making one copy of them; and how much memory. */
public final class OpeningSpeed {

    private static final double TIME_TARGET = 1.5;
    private static final double MEMORY_TARGET = 2.2;
    private static final int CHANNELS = 512;
    private static final int LAYER_BYTES = CHANNELS * CHANNELS * 9 * Float.BYTES;
    private static final int FIRST = CHANNELS * 3 * 9;

    private OpeningSpeed() {}

    /** Arguments: how many MiB the file shall have; or two files, in a process that only opens them. */
    public static void main(String[] args) throws IOException {
        if (args.length == 2) {
            System.out.println(memory(Path.of(args[0]), Path.of(args[1])));
            return;
        }
        Path small = Files.createTempFile("opening", ".onnx");
        Path file = Files.createTempFile("opening", ".onnx");
        try {
            write(small, 1);
            write(file, Integer.parseInt(args[0]) * (1 << 20) / LAYER_BYTES);
            double memory = inAProcessOfItsOwn(small, file);
            report(file, memory, Pair.take(round -> open(file), round -> copy(file)));
        } finally {
            Files.delete(small);
            Files.delete(file);
        }
    }

    private static void report(Path file, double memory, Pair ms) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "| opening %.0f MB | %.0f ms | reading and one copy %.0f ms | ratio %.2f | target %.1f | memory %.2f times"
                        + " the size | target %.1f |%n",
                Files.size(file) / 1e6,
                ms.ours(),
                ms.theirs(),
                ms.ratio(),
                TIME_TARGET,
                memory,
                MEMORY_TARGET);
    }

    private static double inAProcessOfItsOwn(Path small, Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningSpeed.class.getName(),
                        small.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            return Double.parseDouble(out.lines().reduce("", (first, last) -> last));
        }
    }

    /** What opening the second takes at most beside what opening the first, a small one, has taken and left. */
    private static double memory(Path small, Path file) throws IOException {
        open(small);
        double before = status("VmRSS");
        open(file);
        return (status("VmHWM") - before) / Files.size(file);
    }

    private static double open(Path file) {
        long start = System.nanoTime();
        new OnnxLoader().load(file).close();
        return (System.nanoTime() - start) / 1e6;
    }

    /** To where weights lie: outside Java's heap. */
    private static double copy(Path file) {
        long start = System.nanoTime();
        try {
            byte[] bytes = Files.readAllBytes(file);
            try (Memory copy = Memory.allocate(bytes.length / Float.BYTES)) {
                copy.floats()
                        .put(ByteBuffer.wrap(bytes, 0, bytes.length / Float.BYTES * Float.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .asFloatBuffer());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** Bytes, as Linux says them of this process: VmRSS now, VmHWM at most. */
    private static double status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith(key + ":"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(Double.NaN)
                * 1024;
    }

    /** One convolution on another, with random weights. */
    private static void write(Path file, int layers) throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(input())
                .addOutput(ValueInfoProto.newBuilder().setName("c" + (layers - 1)));
        for (int i = 0; i < layers; i++) {
            graph.addNode(convolution("c" + i, i == 0 ? "x" : "c" + (i - 1), "w" + i));
            graph.addInitializer(weights("w" + i, i == 0 ? FIRST : LAYER_BYTES / Float.BYTES, i == 0 ? 3 : CHANNELS));
        }
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
        }
    }

    private static ValueInfoProto input() {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long side : new long[] {1, 3, 32, 32}) {
            shape.addDim(Dimension.newBuilder().setDimValue(side));
        }
        return ValueInfoProto.newBuilder()
                .setName("x")
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static NodeProto convolution(String name, String input, String weights) {
        return NodeProto.newBuilder()
                .setOpType("Conv")
                .setName(name)
                .addInput(input)
                .addInput(weights)
                .addOutput(name)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("pads")
                        .setType(AttributeType.INTS)
                        .addInts(1)
                        .addInts(1)
                        .addInts(1)
                        .addInts(1))
                .build();
    }

    private static TensorProto weights(String name, int count, int channels) {
        ByteBuffer raw = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(1);
        while (raw.hasRemaining()) {
            raw.putFloat(random.nextFloat() - 0.5f);
        }
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.FLOAT.getNumber())
                .addDims(CHANNELS)
                .addDims(channels)
                .addDims(3)
                .addDims(3)
                .setRawData(ByteString.copyFrom(raw.flip()))
                .build();
    }
}
