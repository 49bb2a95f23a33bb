package org.zfscope.models.layer;

import java.util.Arrays;
import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * The product of two or more inputs, value by value; a smaller one is spread over the larger ones, see {@link Broadcast}. The
 * first input is what is let through, the others are the gates: squeeze-and-excitation multiplies maps by one number a
 * channel [Hu2018]. Loaders put the gates last.
 */
public record Multiply() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Broadcast.of(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps first = inputs.get(0);
        Shape to = outputShape(inputs.stream().map(Maps::shape).toList());
        Window whole = Window.whole(to);
        return first.engine().make(first.pictures(), to, (picture, channel, out) -> {
            Arrays.fill(out, 1);
            for (Maps maps : inputs) {
                float[] next = Broadcast.read(maps, picture, channel, whole);
                for (int i = 0; i < out.length; i++) {
                    out[i] *= next[i];
                }
            }
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Broadcast.reach(output, input);
    }
}
