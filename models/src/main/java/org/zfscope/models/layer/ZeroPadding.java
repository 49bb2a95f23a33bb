package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Zeros around every map. */
public record ZeroPadding(int top, int left, int bottom, int right) implements Layer {

    public ZeroPadding {
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException(say("models.zero-padding.padding-must-negative"));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return new Shape(input.channels(), top + input.height() + bottom, left + input.width() + right);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Window from = Window.whole(input.shape());
        Shape to = outputShape(List.of(input.shape()));
        Window padded = new Window(-top, -left, to.height(), to.width());
        return input.engine().each(input, to, (channel, in, out) -> from.copy(in, out, padded));
    }

    @Override
    public Window reach(Window output, Shape input) {
        return new Window(output.y() - top, output.x() - left, output.height(), output.width());
    }
}
