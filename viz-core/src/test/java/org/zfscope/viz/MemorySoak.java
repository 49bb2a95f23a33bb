package org.zfscope.viz;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.random.RandomLayers;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.analysis.ShuffledWeights;
import org.zfscope.viz.deconv.ReluRule;

/** Forward runs, projections and networks, over and over; prints by how many bytes the process has grown meanwhile. */
final class MemorySoak {

    private MemorySoak() {}

    /** Takes the number of rounds. */
    public static void main(String[] args) {
        Network network = network();
        work(network, 30);
        long before = Pointer.physicalBytes();
        work(network, Integer.parseInt(args[0]));
        System.out.println(Pointer.physicalBytes() - before);
    }

    private static void work(Network network, int rounds) {
        List<ReluRule> rules = List.of(ReluRule.values());
        for (int i = 0; i < rounds; i++) {
            try (Running running = Running.of(network, i);
                    Network control = ShuffledWeights.of(network, i)) {
                Method method = Method.of(rules.get(i % rules.size()));
                running.project(method, new Target.ClassScore(1));
                running.project(control, method, new Target.ClassScore(1));
            }
        }
    }

    /** Every layer's output is at least [6, 150, 150] or as large, 0.5 MB. */
    private static Network network() {
        RandomLayers layers = new RandomLayers(new Random(1));
        NetworkSketch sketch = new NetworkSketch(new Shape(3, 150, 150));
        sketch.then("conv1", layers.convolution(sketch.shape(), 6, Geometry.square(3, 1, 1), 1))
                .then("relu1", new Relu())
                .then("norm1", new LocalResponseNorm(5, 1e-4f, 0.75f, 2))
                .then("grouped", layers.convolution(sketch.shape(), 6, Geometry.square(3, 1, 1), 2))
                .then("batchnorm", layers.of(BatchNorm.class, sketch.shape()))
                .add("add", new Add(), "batchnorm", "relu1")
                .add("concat", new Concat(), "add", "norm1")
                .then("leaky", new LeakyRelu(0.1f))
                .then("pad", new ZeroPadding(1, 2, 3, 4))
                .then("wide", layers.convolution(sketch.shape(), 24, wide(), 1))
                .then("max", new MaxPool(Geometry.square(3, 1, 1)))
                .then("norm2", new SpatialResponseNorm(3, 1, 0.75f))
                .then("average", new AveragePool(Geometry.square(3, 1, 1), Divisor.INSIDE))
                .then("dropout", new Dropout())
                .then("flatten", new Flatten())
                .then("dense", layers.dense(sketch.shape(), 4))
                .then("softmax", new Softmax());
        return sketch.network();
    }

    /** With stride, dilation and padding at one end only, so that every way of doing a convolution is gone. */
    private static Geometry wide() {
        Axis axis = new Axis(2, 2, 2, 1, 2, false);
        return new Geometry(axis, axis);
    }
}
