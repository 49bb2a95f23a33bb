package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/** max(x, 0). */
public record Relu() implements Layer, Rectifying {

    @Override
    public float ceiling() {
        return Float.POSITIVE_INFINITY;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        return inputs.get(0).engine().rectify(inputs.get(0));
    }
}
