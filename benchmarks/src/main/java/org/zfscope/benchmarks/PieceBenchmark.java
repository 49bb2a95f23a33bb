package org.zfscope.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.zfscope.models.Engines;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** The inner pieces of the way forward, each on the largest maps that VGG16 or AlexNet give it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PieceBenchmark {

    private final Random random = new Random(1);
    private final Maps wide = maps(new Shape(64, 224, 224));
    private final Maps middle = maps(new Shape(256, 56, 56));
    private final Maps alexNet = maps(new Shape(96, 55, 55));
    private final Layer convolution = new Convolution(
            Weights.of(gaussian(256 * 256 * 9), gaussian(256), 256, 256, 3, 3), Geometry.square(3, 1, 1), 1);
    private final RgbImage picture = new RgbImage(500, 375, new int[500 * 375]);

    private Maps maps(Shape shape) {
        return Engines.usual().of(1, shape, gaussian(shape.size()));
    }

    private float[] gaussian(int count) {
        float[] values = new float[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Benchmark
    public void maxPool2x2() {
        new MaxPool(Geometry.square(2, 2, 0)).pool(wide).values().close();
    }

    @Benchmark
    public void maxPool3x3() {
        new MaxPool(Geometry.square(3, 2, 0)).pool(wide).values().close();
    }

    @Benchmark
    public void rectify() {
        new Relu().forward(List.of(wide)).close();
    }

    @Benchmark
    public void convolution3x3() {
        convolution.forward(List.of(middle)).close();
    }

    @Benchmark
    public void localResponseNorm() {
        new LocalResponseNorm(5, 1e-4f, 0.75f, 1).forward(List.of(alexNet)).close();
    }

    @Benchmark
    public Tensor preprocessing() {
        return Preprocessing.caffe(Source.DEFAULT).apply(picture, new Shape(3, 224, 224));
    }
}
