package org.zfscope.models.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** A layer with pictures for its inputs, made up to see whether it keeps what every layer promises. */
public record LayerSample(Layer layer, List<Tensor> inputs, long seed) {

    private static final int EACH = 6;

    /** Several samples of every kind of layer. */
    public static Stream<LayerSample> all() {
        Stream<LayerSample> kinds = RandomLayers.kinds().stream()
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .flatMap(
                        kind -> Stream.iterate(0L, seed -> seed + 1).limit(EACH).map(seed -> of(kind, seed)));
        return Stream.concat(kinds, curves());
    }

    /** Of every curve too. */
    private static Stream<LayerSample> curves() {
        return RandomCurves.all(new Random(3)).stream().map(curve -> {
            List<Tensor> picture = RandomTensors.pictures(new Random(4), new Shape(2, 4, 5), 1);
            return new LayerSample(new Activation(curve), picture, 0);
        });
    }

    private static LayerSample of(Class<? extends Layer> kind, long seed) {
        Random random = new Random(seed);
        Shape shape = new Shape(1 + random.nextInt(5), 4 + random.nextInt(6), 4 + random.nextInt(6));
        Layer layer = new RandomLayers(random).of(kind, shape);
        List<Tensor> inputs = new ArrayList<>(RandomTensors.pictures(random, shape, 1));
        if (kind == Add.class) {
            inputs.addAll(RandomTensors.pictures(random, shape, random.nextInt(3)));
            inputs.add(new RandomLayers(random).spread(shape));
        } else if (kind == Multiply.class) {
            inputs.add(random.nextInt(2), new RandomLayers(random).spread(shape));
            inputs.addAll(RandomTensors.pictures(random, shape, random.nextInt(2)));
        } else if (kind == Concat.class) {
            Shape other = new Shape(1 + random.nextInt(3), shape.height(), shape.width());
            inputs.addAll(RandomTensors.pictures(random, other, random.nextInt(3)));
        }
        return new LayerSample(layer, inputs, seed);
    }

    public List<Shape> shapes() {
        return inputs.stream().map(Tensor::shape).toList();
    }

    public List<Grid> grids() {
        return inputs.stream().map(Grid::of).toList();
    }

    @Override
    public String toString() {
        return layer.kind() + " " + seed;
    }
}
