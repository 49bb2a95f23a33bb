package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/** A smooth function of each value, or one with a few corners; the rectifiers are kinds of their own. */
public record Activation(Curve curve) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().each(input, input.shape(), (channel, in, out) -> curve.apply(in, out));
    }

    /** The curve's name, as {@code hard-swish}. */
    @Override
    public String kind() {
        return curve.name();
    }
}
