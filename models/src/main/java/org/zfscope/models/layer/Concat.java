package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
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
    public Maps forward(List<Maps> inputs) {
        return inputs.get(0).engine().concatenated(inputs);
    }
}
