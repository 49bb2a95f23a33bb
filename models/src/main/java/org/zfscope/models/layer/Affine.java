package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * scale * x + shift with constants that need not be one a channel: each may be one number, one a channel, row or column, one
 * map, or one a value, and is spread as {@link Broadcast} says. A {@link BatchNorm} is the case of one number a channel.
 */
public record Affine(Tensor scale, Tensor shift) implements Layer {

    /** Times constants. */
    public static Affine scale(Tensor scale) {
        return new Affine(scale, one(0));
    }

    /** Plus constants. */
    public static Affine shift(Tensor shift) {
        return new Affine(one(1), shift);
    }

    private static Tensor one(float value) {
        return new Tensor(Shape.flat(1), new float[] {value});
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Broadcast.of(List.of(Inputs.single(inputs), scale.shape(), shift.shape()));
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape to = outputShape(List.of(input.shape()));
        Window whole = Window.whole(to);
        return input.engine().make(input.pictures(), to, (picture, channel, out) -> {
            float[] x = Broadcast.read(input, picture, channel, whole);
            float[] times = Broadcast.read(scale, channel, whole);
            float[] plus = Broadcast.read(shift, channel, whole);
            for (int i = 0; i < out.length; i++) {
                out[i] = times[i] * x[i] + plus[i];
            }
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Broadcast.reach(output, input);
    }
}
