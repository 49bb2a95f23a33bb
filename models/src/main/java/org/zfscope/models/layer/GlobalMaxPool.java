package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The largest value of each map. */
public record GlobalMaxPool() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.flat(Inputs.single(inputs).channels());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine()
                .each(input, outputShape(List.of(input.shape())), (channel, in, out) -> out[0] = in[strongest(in)]);
    }

    /** Where the largest value of a map is; of equals the first. */
    public static int strongest(float[] map) {
        int strongest = 0;
        for (int i = 1; i < map.length; i++) {
            strongest = map[i] > map[strongest] ? i : strongest;
        }
        return strongest;
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
