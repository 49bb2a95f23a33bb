package org.zfscope.viz.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** A small random network with convolutions and dense layers, and small random pictures in folders by class. */
public final class TinyWorld {

    private static final int SIDE = 12;

    private TinyWorld() {}

    public static Network network() {
        Random random = new Random(7);
        return new Network(
                "tiny",
                new Shape(3, SIDE, SIDE),
                Preprocessing.unit(Channels.RGB, Source.FILE),
                List.of(),
                List.of(
                        node("conv1", convolution(random, 6, 3), Network.INPUT),
                        node("relu1", new Relu(), "conv1"),
                        node("pool1", new MaxPool(Geometry.square(2, 2, 0)), "relu1"),
                        node("conv2", convolution(random, 10, 6), "pool1"),
                        node("relu2", new Relu(), "conv2"),
                        node("fc3", new Dense(gaussian(random, 33, 10 * 6 * 6), gaussian(random, 33)), "relu2"),
                        node("relu3", new Relu(), "fc3"),
                        node("fc4", new Dense(gaussian(random, 5, 33), gaussian(random, 5)), "relu3"),
                        node("prob", new Softmax(), "fc4")));
    }

    private static Node node(String name, org.zfscope.models.layer.Layer layer, String input) {
        return new Node(name, layer, List.of(input));
    }

    private static Convolution convolution(Random random, int filters, int channels) {
        return new Convolution(
                gaussian(random, filters, channels, 3, 3), gaussian(random, filters), Geometry.square(3, 1, 1), 1);
    }

    private static INDArray gaussian(Random random, long... shape) {
        int length = 1;
        for (long side : shape) {
            length *= (int) side;
        }
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Native.copyOf(values, shape);
    }

    /** Pictures in three folders; every seventh is a copy of the one before it, so that values tie. */
    public static Dataset pictures(Path folder, int count) {
        Random random = new Random(3);
        RgbImage last = new RgbImage(1, 1, new int[1]);
        for (int i = 0; i < count; i++) {
            if (i % 7 != 6) {
                int[] pixels = random.ints((long) SIDE * SIDE, 0, 1 << 24).toArray();
                last = new RgbImage(SIDE, SIDE, pixels);
            }
            Png.write(folder.resolve("class " + i % 3).resolve(i + ".png"), last, Provenance.of("test"));
        }
        return Dataset.folder(folder);
    }
}
