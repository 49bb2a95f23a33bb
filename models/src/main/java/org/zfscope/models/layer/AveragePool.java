package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The sum of each window, divided by what the divisor says. */
public record AveragePool(Geometry geometry, Divisor divisor) implements Layer {

    /** What a window's sum is divided by. */
    public enum Divisor {
        /** The positions inside the map. */
        INSIDE,
        /** The positions inside the map or its padding, as Caffe and PyTorch count them. */
        PADDED,
        /** All positions of the window, wherever they are. */
        KERNEL,
        /** One: sum pooling. */
        ONE
    }

    public AveragePool {
        if (geometry.vertical().dilation() != 1 || geometry.horizontal().dilation() != 1) {
            throw new IllegalArgumentException(say("models.average-pool.average-pools-dilated-windows"));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return geometry.pooled(input);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape from = input.shape();
        Shape to = outputShape(List.of(from));
        return input.engine().each(input, to, (channel, in, out) -> {
            for (int y = 0; y < to.height(); y++) {
                for (int x = 0; x < to.width(); x++) {
                    out[y * to.width() + x] = sum(in, from, window(y, x).clip(from)) * factor(from, y, x);
                }
            }
        });
    }

    /** The window of one output; it may hang over the border. */
    public Window window(int y, int x) {
        return geometry.reach(Window.at(y, x));
    }

    /** What the sum of the window of output (y, x) is multiplied by. */
    public float factor(Shape input, int y, int x) {
        return switch (divisor) {
            case INSIDE -> {
                Window inside = window(y, x).clip(input);
                yield 1f / (inside.height() * inside.width());
            }
            case PADDED ->
                1f / (padded(geometry.vertical(), y, input.height()) * padded(geometry.horizontal(), x, input.width()));
            case KERNEL ->
                1f / (geometry.vertical().kernel() * geometry.horizontal().kernel());
            case ONE -> 1f;
        };
    }

    private static int padded(Axis axis, int i, int side) {
        return Math.min(axis.start(i) + axis.kernel(), side + axis.after()) - axis.start(i);
    }

    private static float sum(float[] map, Shape shape, Window window) {
        float sum = 0;
        for (int y = window.y(); y < window.bottom(); y++) {
            for (int x = window.x(); x < window.right(); x++) {
                sum += map[y * shape.width() + x];
            }
        }
        return sum;
    }

    @Override
    public Window reach(Window output, Shape input) {
        return geometry.reach(output);
    }
}
