package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Maps as one vector, in the order channels, rows, columns. */
public record Flatten() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.flat(Inputs.single(inputs).size());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().reshaped(input, Shape.flat(input.shape().size()));
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
