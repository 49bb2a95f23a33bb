package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The mean of each map. */
public record GlobalAveragePool() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.flat(Inputs.single(inputs).channels());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().each(input, Shape.flat(input.shape().channels()), (channel, in, out) -> {
            double sum = 0;
            for (float v : in) {
                sum += v;
            }
            out[0] = (float) (sum / in.length);
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
