package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/** x where it is positive, slope * x elsewhere. */
public record LeakyRelu(float slope) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().each(input, input.shape(), (channel, in, out) -> {
            for (int i = 0; i < in.length; i++) {
                out[i] = in[i] > 0 ? in[i] : slope * in[i];
            }
        });
    }
}
