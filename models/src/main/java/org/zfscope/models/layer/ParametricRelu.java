package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * x where it is positive, slope * x elsewhere, with slopes that training has set [He2015].
 *
 * @param slopes one, one a channel, or one a value, spread as {@link Broadcast} says
 */
public record ParametricRelu(Tensor slopes) implements Layer {

    /** One slope a channel; a single one goes for all of them. */
    public ParametricRelu(float... slopes) {
        this(new Tensor(Shape.flat(slopes.length), slopes));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (!Broadcast.of(List.of(input, slopes.shape())).equals(input)) {
            throw new IllegalArgumentException(say("models.parametric-relu.slopes-do-fit", slopes.shape(), input));
        }
        return input;
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Window whole = Window.whole(input.shape());
        return input.engine().each(input, input.shape(), (channel, in, out) -> {
            float[] slope = Broadcast.read(slopes, channel, whole);
            for (int i = 0; i < in.length; i++) {
                out[i] = in[i] > 0 ? in[i] : slope[i] * in[i];
            }
        });
    }

    @Override
    public long parameters() {
        return slopes.values().length;
    }
}
