package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * Convolution, in the sense of neural networks: a correlation of the input with each filter, plus a bias.
 *
 * @param weights [filters, channels / groups, kernel height, kernel width]
 * @param bias [filters]
 */
public record Convolution(INDArray weights, INDArray bias, Geometry geometry, int groups) implements Layer {

    public Convolution {
        if (groups < 1 || weights.rank() != 4 || weights.size(0) % groups != 0 || bias.length() != weights.size(0)) {
            throw new IllegalArgumentException("weights " + weights.shapeInfoToString() + " and " + bias.length()
                    + " biases do not make a convolution of " + groups + " groups");
        }
        if (weights.size(2) != geometry.vertical().kernel()
                || weights.size(3) != geometry.horizontal().kernel()) {
            throw new IllegalArgumentException("weights of " + weights.size(2) + " x " + weights.size(3)
                    + " do not match a window of " + geometry);
        }
        if (geometry.vertical().ceil() || geometry.horizontal().ceil()) {
            throw new IllegalArgumentException("a convolution's windows lie inside the padded map, found " + geometry);
        }
    }

    public int filters() {
        return (int) weights.size(0);
    }

    /** Channels of the input. */
    public int channels() {
        return (int) weights.size(1) * groups;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() != channels()) {
            throw new IllegalArgumentException("a convolution of " + channels() + " channels got " + input);
        }
        return geometry.over(input, filters());
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        INDArray input = inputs.get(0);
        Shape out = outputShape(List.of(Native.shape(input)));
        try (Scratch scratch = new Scratch()) {
            INDArray padded = Conv2d.symmetric(geometry) ? input : scratch.keep(Conv2d.pad(input, geometry));
            Geometry left = Conv2d.symmetric(geometry) ? geometry : Conv2d.unpadded(geometry);
            if (groups == 1) {
                return Conv2d.run(padded, weights, bias, left, Native.allocate(out.batch(input.size(0))));
            }
            return grouped(padded, left, out, scratch);
        }
    }

    private INDArray grouped(INDArray input, Geometry left, Shape out, Scratch scratch) {
        int in = channels() / groups;
        int each = filters() / groups;
        INDArray result = Native.allocate(out.batch(input.size(0)));
        Shape part = new Shape(each, out.height(), out.width());
        for (int g = 0; g < groups; g++) {
            INDArray slice = scratch.keep(Maps.channels(input, g * in, in));
            INDArray some = scratch.keep(Native.allocate(part.batch(input.size(0))));
            Conv2d.run(slice, filters(g), bias.get(interval(g)), left, some);
            Maps.putChannels(some, result, g * each);
        }
        return result;
    }

    /** The filters of one group: a view of the weights. */
    public INDArray filters(int group) {
        return weights.get(interval(group));
    }

    private INDArrayIndex interval(int group) {
        long each = filters() / groups;
        return NDArrayIndex.interval(group * each, (group + 1) * each);
    }

    @Override
    public long parameters() {
        return weights.length() + bias.length();
    }

    @Override
    public Window reach(Window output, Shape input) {
        return geometry.reach(output);
    }
}
