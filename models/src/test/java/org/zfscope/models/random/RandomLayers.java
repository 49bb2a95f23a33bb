package org.zfscope.models.random;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
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
import org.zfscope.models.tensor.Tensor;

/** Makes up layers of every kind that accept a given input. */
public final class RandomLayers {

    private final Random random;
    private final Map<Class<? extends Layer>, Function<Shape, Layer>> kinds;

    public RandomLayers(Random random) {
        this.random = random;
        RandomSizes sizes = new RandomSizes(random);
        this.kinds = Map.ofEntries(
                Map.entry(Activation.class, in -> new Activation(RandomCurves.any(random))),
                Map.entry(Add.class, in -> new Add()),
                Map.entry(Affine.class, in -> new Affine(spread(in), spread(in))),
                Map.entry(AveragePool.class, this::averagePool),
                Map.entry(BatchNorm.class, this::batchNorm),
                Map.entry(BorderPadding.class, sizes::borderPadding),
                Map.entry(ChannelMax.class, in -> new ChannelMax()),
                Map.entry(ChannelMean.class, in -> new ChannelMean()),
                Map.entry(ClippedRelu.class, in -> new ClippedRelu(0.2f + random.nextFloat())),
                Map.entry(Concat.class, in -> new Concat()),
                Map.entry(Convolution.class, this::convolution),
                Map.entry(Dense.class, in -> dense(in, 1 + random.nextInt(7))),
                Map.entry(DepthToSpace.class, sizes::depthToSpace),
                Map.entry(Dropout.class, in -> new Dropout()),
                Map.entry(Flatten.class, in -> new Flatten()),
                Map.entry(GlobalAveragePool.class, in -> new GlobalAveragePool()),
                Map.entry(GlobalMaxPool.class, in -> new GlobalMaxPool()),
                Map.entry(GroupNorm.class, this::groupNorm),
                Map.entry(LayerNorm.class, this::layerNorm),
                Map.entry(LeakyRelu.class, in -> new LeakyRelu(random.nextFloat() / 2)),
                Map.entry(LocalResponseNorm.class, in -> localResponseNorm()),
                Map.entry(MaxPool.class, in -> new MaxPool(new RandomGeometry(random, in).ofPool())),
                Map.entry(Multiply.class, in -> new Multiply()),
                Map.entry(ParametricRelu.class, in -> new ParametricRelu(spread(in))),
                Map.entry(Relu.class, in -> new Relu()),
                Map.entry(Reshape.class, sizes::reshape),
                Map.entry(Resize.class, sizes::resize),
                Map.entry(SelectChannels.class, this::selectChannels),
                Map.entry(SelectPixels.class, this::selectPixels),
                Map.entry(Softmax.class, in -> new Softmax()),
                Map.entry(SpaceToDepth.class, sizes::spaceToDepth),
                Map.entry(SpatialResponseNorm.class, in -> spatialResponseNorm()),
                Map.entry(TransposedConvolution.class, sizes::transposedConvolution),
                Map.entry(ZeroPadding.class, in -> zeroPadding()));
    }

    /** The kinds that it can make up. */
    public static List<Class<? extends Layer>> kinds() {
        return List.copyOf(new RandomLayers(new Random(0)).kinds.keySet());
    }

    public Layer of(Class<? extends Layer> kind, Shape input) {
        Function<Shape, Layer> maker = kinds.get(kind);
        if (maker == null) {
            throw new IllegalArgumentException("nobody told how to make up a " + kind.getSimpleName());
        }
        return maker.apply(input);
    }

    /** One of the given kinds. */
    public Layer any(List<Class<? extends Layer>> choice, Shape input) {
        return of(choice.get(random.nextInt(choice.size())), input);
    }

    private Layer convolution(Shape in) {
        int groups = in.channels() % 2 == 0 && random.nextBoolean() ? 2 : 1;
        int filters = groups * (1 + random.nextInt(6 / groups));
        return convolution(in, filters, new RandomGeometry(random, in).ofConvolution(), groups);
    }

    public Convolution convolution(Shape in, int filters, Geometry geometry, int groups) {
        int depth = in.channels() / groups;
        int height = geometry.vertical().kernel();
        int width = geometry.horizontal().kernel();
        double deviation = 1.5 / Math.sqrt(depth * height * width);
        float[] weights = RandomTensors.array(random, deviation, filters, depth, height, width);
        float[] bias = RandomTensors.array(random, 0.3, filters);
        return new Convolution(Weights.of(weights, bias, filters, depth, height, width), geometry, groups);
    }

    /** Its weights lie in memory row by row or, as in some ONNX models, column by column. */
    public Dense dense(Shape in, int units) {
        float[] weights = RandomTensors.array(random, 1 / Math.sqrt(in.size()), units, in.size());
        boolean rowwise = random.nextBoolean();
        float[] bias = RandomTensors.array(random, 0.3, units);
        return new Dense(rowwise ? Weights.of(weights, bias, units, in.size()) : columnwise(weights, bias, in.size()));
    }

    private static Weights columnwise(float[] rows, float[] bias, int inputs) {
        float[] columns = new float[rows.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = rows[i % bias.length * inputs + i / bias.length];
        }
        return Weights.columnwise(Memory.of(columns), bias, bias.length, inputs);
    }

    private Layer averagePool(Shape in) {
        List<Divisor> divisors = List.of(Divisor.values());
        return new AveragePool(new RandomGeometry(random, in).ofPool(), divisors.get(random.nextInt(divisors.size())));
    }

    /** Half of its scales are negative. */
    private Layer batchNorm(Shape in) {
        return new BatchNorm(
                RandomTensors.values(random, in.channels(), 1), RandomTensors.values(random, in.channels(), 0.3));
    }

    private Layer layerNorm(Shape in) {
        return new LayerNorm(
                RandomTensors.values(random, in.channels(), 1), RandomTensors.values(random, in.channels(), 0.3), 0.1);
    }

    /** One group, as many as channels, or half as many. */
    private Layer groupNorm(Shape in) {
        int groups = random.nextBoolean() ? 1 : in.channels();
        int halved = groups % 2 == 0 && random.nextBoolean() ? groups / 2 : groups;
        return new GroupNorm(
                halved,
                RandomTensors.values(random, in.channels(), 1),
                RandomTensors.values(random, in.channels(), 0.3),
                0.1);
    }

    private Layer localResponseNorm() {
        float beta = random.nextBoolean() ? 0.75f : 0.5f;
        return new LocalResponseNorm(1 + random.nextInt(5), 0.3f * random.nextFloat(), beta, 1 + random.nextInt(2));
    }

    private Layer spatialResponseNorm() {
        float beta = random.nextBoolean() ? 0.75f : 0.6f;
        return new SpatialResponseNorm(1 + 2 * random.nextInt(3), 2 * random.nextFloat(), beta);
    }

    private Layer zeroPadding() {
        return new ZeroPadding(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }

    /** Some channels, once, twice or not at all. */
    private Layer selectChannels(Shape in) {
        return new SelectChannels(random.ints(1L + random.nextInt(in.channels() + 1), 0, in.channels())
                .toArray());
    }

    private Layer selectPixels(Shape in) {
        return new SelectPixels(line(in.height()), line(in.width()));
    }

    /** Most of a side in another order, mirrored, or some of it twice. */
    private int[] line(int side) {
        int step = side < 8 ? 1 : 1 + random.nextInt(2);
        int first = random.nextInt(Math.min(side, 2));
        int count = Math.max(1, (side - first + step - 1) / step - random.nextInt(2));
        int kind = random.nextInt(3);
        return IntStream.range(0, count)
                .map(i -> kind == 0 ? first + step * i : kind == 1 ? first + step * (count - 1 - i) : first + i / 2)
                .toArray();
    }

    /** Numbers of a shape that is spread over the given one. */
    Tensor spread(Shape in) {
        Shape shape = new Shape(one(in.channels()), one(in.height()), one(in.width()));
        return new Tensor(shape, RandomTensors.values(random, shape.size(), 0.7));
    }

    private int one(int side) {
        return random.nextBoolean() ? 1 : side;
    }
}
