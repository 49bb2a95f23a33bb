package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/** The inputs' maps one after the other. */
public record Concat() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Inputs.alike(
                inputs.stream().map(s -> new Shape(1, s.height(), s.width())).toList());
        int channels = inputs.stream().mapToInt(Shape::channels).sum();
        return new Shape(channels, inputs.get(0).height(), inputs.get(0).width());
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        Shape shape = outputShape(inputs.stream().map(Native::shape).toList());
        INDArray output = Native.allocate(shape.batch(inputs.get(0).size(0)));
        int first = 0;
        for (INDArray input : inputs) {
            Maps.putChannels(input, output, first);
            first += (int) input.size(1);
        }
        return output;
    }
}
