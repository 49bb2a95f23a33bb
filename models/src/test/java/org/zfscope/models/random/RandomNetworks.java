package org.zfscope.models.random;

import java.util.List;
import java.util.Random;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.GroupNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LayerNorm;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.SpaceToDepth;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/** Small networks of all kinds: chains and forks, every layer, odd geometries, with or without a classifier on top. */
public final class RandomNetworks {

    /** Layers that keep maps maps; convolutions and ReLUs are the most common. */
    private static final List<Class<? extends Layer>> BODY = List.of(
            Convolution.class,
            Convolution.class,
            Convolution.class,
            Relu.class,
            Relu.class,
            MaxPool.class,
            MaxPool.class,
            AveragePool.class,
            BatchNorm.class,
            LocalResponseNorm.class,
            SpatialResponseNorm.class,
            LeakyRelu.class,
            Activation.class,
            Activation.class,
            Affine.class,
            ClippedRelu.class,
            ParametricRelu.class,
            SelectChannels.class,
            SelectPixels.class,
            ZeroPadding.class,
            Dropout.class,
            BorderPadding.class,
            GroupNorm.class,
            LayerNorm.class,
            Resize.class,
            SpaceToDepth.class,
            TransposedConvolution.class,
            Reshape.class);

    private final Random random;
    private final RandomLayers layers;
    private final NetworkSketch sketch;

    private RandomNetworks(long seed) {
        random = new Random(seed);
        layers = new RandomLayers(random);
        sketch = new NetworkSketch(
                new Shape(random.nextBoolean() ? 1 : 3, 9 + random.nextInt(10), 9 + random.nextInt(10)));
    }

    /** A network that is the same for the same seed. Those of even seeds fork. */
    public static Network of(long seed) {
        return new RandomNetworks(seed).grow(seed % 2 == 0);
    }

    private Network grow(boolean forks) {
        then(layers.of(Convolution.class, sketch.shape()));
        then(new Relu());
        int depth = 3 + random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            if (forks && random.nextInt(3) > 0) {
                fork();
            } else {
                then(layers.any(BODY, sketch.shape()));
            }
        }
        top();
        return sketch.network();
    }

    private void then(Layer layer) {
        sketch.addNamed(layer, sketch.last());
    }

    private void fork() {
        switch (random.nextInt(7)) {
            case 0 -> residual();
            case 1 -> strided();
            case 5 -> gated();
            case 2 -> inception();
            case 3 -> shuffled();
            case 4 -> summarised();
            default -> dense();
        }
    }

    /** x + conv(relu(conv(x))), where x may be cut off by a ReLU afterwards. */
    private void residual() {
        String from = sketch.last();
        int channels = sketch.shape().channels();
        branch(from, channels, 3, 1);
        then(new Relu());
        sketch.addNamed(new Add(), branch(sketch.last(), channels, 3, 1), from);
        then(new Relu());
    }

    /** Two ways of another width down to half the size. */
    private void strided() {
        String from = sketch.last();
        sketch.addNamed(new Add(), branch(from, 4, 3, 2), branch(from, 4, 1, 2));
    }

    /** Maps times one number a channel, which is made of the means of all maps [Hu2018]. */
    private void gated() {
        String from = sketch.last();
        int channels = sketch.shape().channels();
        then(new GlobalAveragePool());
        branch(sketch.last(), 2, 1, 1);
        then(new Activation(new Curve.Silu()));
        branch(sketch.last(), channels, 1, 1);
        then(new Activation(new Curve.Sigmoid()));
        sketch.addNamed(new Multiply(), from, sketch.last());
    }

    private void inception() {
        String from = sketch.last();
        String wide = branch(from, 2, 5, 1);
        String narrow = branch(from, 3, 1, 1);
        String pooled = sketch.addNamed(new MaxPool(Geometry.square(3, 1, 1)), from);
        sketch.addNamed(new Concat(), narrow, wide, pooled);
    }

    /** Channels made for it become pixels. */
    private void shuffled() {
        branch(sketch.last(), 8, 1, 1);
        then(layers.of(DepthToSpace.class, sketch.shape()));
    }

    /** What all channels say together, beside them. */
    private void summarised() {
        String from = sketch.last();
        String mean = sketch.addNamed(new ChannelMean(), from);
        String largest = sketch.addNamed(new ChannelMax(), from);
        sketch.addNamed(new Concat(), from, mean, largest);
    }

    /** The input beside what was made of it, and twice itself. */
    private void dense() {
        String from = sketch.last();
        String twice = sketch.addNamed(new Add(), from, from);
        sketch.addNamed(new Concat(), from, branch(from, 2, 3, 1), twice);
    }

    private String branch(String from, int filters, int kernel, int stride) {
        Geometry geometry = Geometry.square(kernel, stride, kernel / 2);
        return sketch.addNamed(layers.convolution(sketch.shape(from), filters, geometry, 1), from);
    }

    private void top() {
        switch (random.nextInt(5)) {
            case 0 -> {
                then(new Flatten());
                classify();
            }
            case 1 -> classify();
            case 2 -> {
                then(new GlobalAveragePool());
                then(new Softmax());
            }
            case 3 -> {
                then(new GlobalMaxPool());
                classify();
            }
            default -> then(layers.of(Convolution.class, sketch.shape()));
        }
    }

    private void classify() {
        then(layers.dense(sketch.shape(), 6));
        then(new Relu());
        then(new Dropout());
        then(layers.dense(sketch.shape(), 4));
        then(new Softmax());
    }
}
