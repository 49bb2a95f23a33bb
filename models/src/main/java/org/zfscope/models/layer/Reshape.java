package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The same values, in the order channels, rows, columns, as maps of another shape. */
public record Reshape(Shape shape) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.size() != shape.size()) {
            throw new IllegalArgumentException(say("models.reshape.sizes", input, shape));
        }
        return shape;
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().reshaped(input, shape);
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
