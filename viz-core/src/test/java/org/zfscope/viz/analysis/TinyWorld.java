package org.zfscope.viz.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Weights;
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
                        node("fc3", dense(random, 33, 10 * 6 * 6), "relu2"),
                        node("relu3", new Relu(), "fc3"),
                        node("fc4", dense(random, 5, 33), "relu3"),
                        node("prob", new Softmax(), "fc4")));
    }

    private static Node node(String name, org.zfscope.models.layer.Layer layer, String input) {
        return new Node(name, layer, List.of(input));
    }

    private static Convolution convolution(Random random, int filters, int channels) {
        float[] weights = gaussian(random, filters * channels * 9);
        Weights both = Weights.of(weights, gaussian(random, filters), filters, channels, 3, 3);
        return new Convolution(both, Geometry.square(3, 1, 1), 1);
    }

    private static Dense dense(Random random, int units, int inputs) {
        float[] weights = gaussian(random, units * inputs);
        return new Dense(Weights.of(weights, gaussian(random, units), units, inputs));
    }

    private static float[] gaussian(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
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
