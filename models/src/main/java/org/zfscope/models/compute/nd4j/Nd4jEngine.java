package org.zfscope.models.compute.nd4j;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/** Computes through ND4J's operations, which oneDNN speeds up, and through plain loops. */
public final class Nd4jEngine implements Engine {

    /** What people call it. */
    public static final String NAME = "nd4j";

    private volatile Consumer<String> listener = implementation -> {};

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Listening listen(Consumer<String> other) {
        Consumer<String> before = listener;
        listener = other;
        return () -> listener = before;
    }

    @Override
    public void load() {
        Native.allocate(1).close();
    }

    @Override
    public Maps make(int pictures, Shape shape, MapSource source) {
        listener.accept("java");
        Nd4jMaps maps = allocate(pictures, shape);
        int area = shape.area();
        IntStream.range(0, pictures * shape.channels()).parallel().forEach(i -> {
            float[] map = new float[area];
            source.fill(i / shape.channels(), i % shape.channels(), map);
            maps.floats().put(i * area, map);
        });
        return maps;
    }

    /** Maps whose content is undefined. */
    private Nd4jMaps allocate(int pictures, Shape shape) {
        return new Nd4jMaps(this, shape, Native.allocate(shape.batch(pictures)));
    }

    @Override
    public Maps of(int pictures, Shape shape, float[] values) {
        Nd4jMaps maps = allocate(pictures, shape);
        maps.floats().put(0, values);
        return maps;
    }

    @Override
    public Maps reshaped(Maps input, Shape shape) {
        Nd4jMaps maps = allocate(input.pictures(), shape);
        maps.floats()
                .put(0, Native.floats(Nd4jMaps.array(input)), 0, maps.floats().capacity());
        return maps;
    }

    @Override
    public Maps convolve(Maps input, Weights filters, Geometry geometry, int groups) {
        listener.accept("conv2d");
        return Convolutions.forward(this, input, filters, geometry, groups);
    }

    @Override
    public Maps convolveRectified(Maps input, Weights filters, Geometry geometry, int groups, float ceiling) {
        return Float.isInfinite(ceiling)
                ? rectifyInPlace(convolve(input, filters, geometry, groups))
                : Engine.super.convolveRectified(input, filters, geometry, groups, ceiling);
    }

    @Override
    public Maps transposed(Signal above, Weights filters, Geometry geometry, int groups, List<Place> below) {
        listener.accept("conv2d");
        return Convolutions.back(this, above, filters, geometry, groups, below);
    }

    @Override
    public void forgetTransposed(Weights filters) {
        filters.forget(FlippedGroups.class);
    }

    @Override
    public Maps multiply(Maps input, Weights weights) {
        Maps output = times(input, weights, true, Shape.flat(weights.units()));
        INDArray bias = Nd4jWeights.of(weights).bias();
        Nd4jMaps.array(output).reshape('c', input.pictures(), weights.units()).addiRowVector(bias);
        return output;
    }

    @Override
    public Maps multiplyRectified(Maps input, Weights weights, float ceiling) {
        return Float.isInfinite(ceiling)
                ? rectifyInPlace(multiply(input, weights))
                : Engine.super.multiplyRectified(input, weights, ceiling);
    }

    @Override
    public Maps multiplyTransposed(Maps signal, Weights weights, Shape below) {
        return times(signal, weights, false, below);
    }

    private Maps times(Maps input, Weights weights, boolean forward, Shape result) {
        listener.accept("matmul");
        int batch = input.pictures();
        Nd4jMaps output = allocate(batch, result);
        INDArray rows = Nd4jMaps.array(output).reshape('c', batch, result.size());
        INDArray x = Nd4jMaps.array(input).reshape('c', batch, input.shape().size());
        // straight into row-major memory: the one call that streams the weights instead of copying them first
        Nd4j.matmul(x, Nd4jWeights.of(weights).weights(), rows, false, forward, false);
        return output;
    }

    @Override
    public Maps rectify(Maps input) {
        listener.accept("relu");
        Nd4jMaps output = allocate(input.pictures(), input.shape());
        Nd4j.exec(new RectifiedLinear(Nd4jMaps.array(input), Nd4jMaps.array(output)));
        return output;
    }

    private Maps rectifyInPlace(Maps own) {
        listener.accept("relu");
        INDArray array = Nd4jMaps.array(own);
        Nd4j.exec(new RectifiedLinear(array, array));
        return own;
    }

    @Override
    public Maps add(List<Maps> inputs) {
        listener.accept("add");
        Maps sum = reshaped(inputs.get(0), inputs.get(0).shape());
        inputs.subList(1, inputs.size()).forEach(more -> Nd4jMaps.array(sum).addi(Nd4jMaps.array(more)));
        return sum;
    }

    @Override
    public Maps concatenated(List<Maps> inputs) {
        int channels = inputs.stream().mapToInt(i -> i.shape().channels()).sum();
        Shape one = inputs.get(0).shape();
        Nd4jMaps all = allocate(inputs.get(0).pictures(), new Shape(channels, one.height(), one.width()));
        int first = 0;
        for (Maps input : inputs) {
            Channels.put(Nd4jMaps.array(input), Nd4jMaps.array(all), first);
            first += input.shape().channels();
        }
        return all;
    }
}
