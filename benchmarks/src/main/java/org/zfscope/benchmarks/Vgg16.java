package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.Dataset;

/** The convolutional part of VGG16 with random weights, as files of raw floats that all sides of a comparison read. */
final class Vgg16 {

    static final int SIDE = 224;

    /** How many pictures there are to scan. */
    static final int PICTURES = 8;

    /** Positions of a 3x3 kernel. */
    private static final int KERNEL = 9;

    private static final int[][] BLOCKS = {{64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}};

    /** One convolution: its name without the kind, as 3_2, and whether a pool follows. */
    record Block(String number, int filters, int channels, boolean last) {

        String convolution() {
            return "conv" + number;
        }

        String relu() {
            return "relu" + number;
        }

        String pool() {
            return "pool" + number.charAt(0);
        }
    }

    private Vgg16() {}

    static List<Block> convolutions() {
        List<Block> all = new ArrayList<>();
        int channels = 3;
        for (int b = 0; b < BLOCKS.length; b++) {
            for (int i = 0; i < BLOCKS[b].length; i++) {
                int filters = BLOCKS[b][i];
                all.add(new Block((b + 1) + "_" + (i + 1), filters, channels, i == BLOCKS[b].length - 1));
                channels = filters;
            }
        }
        return all;
    }

    /** Billions of multiplications and additions in all convolutions up to one, the direct way. */
    static double work(String last) {
        double work = 0;
        int side = SIDE;
        for (Block c : convolutions()) {
            work += 2e-9 * c.filters() * c.channels() * KERNEL * side * side;
            if (c.number().equals(last)) {
                return work;
            }
            side = c.last() ? side / 2 : side;
        }
        throw new IllegalArgumentException("no convolution " + last);
    }

    /** Writes the plan, a picture and weights: every 3x3 slice sums to zero, so that no map stays on one side of zero. */
    static void write(Path folder, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> plan = new ArrayList<>();
        for (Block c : convolutions()) {
            plan.add("conv " + c.convolution() + " " + c.filters() + " " + c.channels());
            plan.add("relu " + c.relu());
            if (c.last()) {
                plan.add("pool " + c.pool());
            }
            write(folder, c.convolution() + ".weights", balanced(c, random));
            write(folder, c.convolution() + ".bias", gaussian(c.filters(), 0.01, random));
        }
        write(folder, "picture", gaussian(3 * SIDE * SIDE, 1, random));
        write(folder, "pictures", gaussian(PICTURES * 3 * SIDE * SIDE, 1, random));
        Files.write(folder.resolve("plan.txt"), plan);
    }

    private static double[] balanced(Block c, Random random) {
        double[] weights =
                gaussian(c.filters() * c.channels() * KERNEL, Math.sqrt(4.0 / (KERNEL * c.channels())), random);
        for (int slice = 0; slice < weights.length; slice += KERNEL) {
            double mean =
                    Arrays.stream(weights, slice, slice + KERNEL).average().orElse(0);
            for (int i = slice; i < slice + KERNEL; i++) {
                weights[i] -= mean;
            }
        }
        return weights;
    }

    static double[] gaussian(int count, double spread, Random random) {
        return DoubleStream.generate(() -> spread * random.nextGaussian())
                .limit(count)
                .toArray();
    }

    static void write(Path folder, String name, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double v : values) {
            bytes.putFloat((float) v);
        }
        Files.write(folder.resolve(name), bytes.array());
    }

    static float[] read(Path folder, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name)));
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    static Tensor picture(Path folder) throws IOException {
        return new Tensor(new Shape(3, SIDE, SIDE), read(folder, "picture"));
    }

    /** The pictures to scan, as inputs that zfscope reads from files. */
    static Dataset pictures(Path folder) throws IOException {
        List<Dataset.Item> items = new ArrayList<>();
        Shape shape = new Shape(3, SIDE, SIDE);
        float[] all = read(folder, "pictures");
        for (int i = 0; i < PICTURES; i++) {
            Dataset.Item item = new Dataset.Item(i + ".npy", "");
            float[] values = Arrays.copyOfRange(all, i * shape.size(), (i + 1) * shape.size());
            NpyFiles.write(folder.resolve(item.path()), new Tensor(shape, values));
            items.add(item);
        }
        return new Dataset(folder, items);
    }

    /** [filters, channels, 3, 3]. */
    static float[] weights(Path folder, Block c) throws IOException {
        return read(folder, c.convolution() + ".weights");
    }

    static float[] bias(Path folder, Block c) throws IOException {
        return read(folder, c.convolution() + ".bias");
    }

    /** The same network for zfscope. */
    static Network network(Path folder) throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (Block c : convolutions()) {
            Weights weights = Weights.of(weights(folder, c), bias(folder, c), c.filters(), c.channels(), 3, 3);
            Convolution layer = new Convolution(weights, Geometry.square(3, 1, 1), 1);
            append(nodes, c.convolution(), layer);
            append(nodes, c.relu(), new Relu());
            if (c.last()) {
                append(nodes, c.pool(), new MaxPool(Geometry.square(2, 2, 0)));
            }
        }
        return new Network("vgg16", new Shape(3, SIDE, SIDE), Preprocessing.caffe(Source.DEFAULT), List.of(), nodes);
    }

    private static void append(List<Node> nodes, String name, Layer layer) {
        String from =
                nodes.isEmpty() ? Network.INPUT : nodes.get(nodes.size() - 1).name();
        nodes.add(new Node(name, layer, List.of(from)));
    }
}
