package org.zfscope.models.layer;

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
                    out[y * to.width() + x] = sum(in, from, inside(y, x, from)) * factor(from, y, x);
                }
            }
        });
    }

    /** What the window of output (y, x) covers of the map, from the first position that it takes; further ones lie a dilation apart. */
    public Window inside(int y, int x, Shape input) {
        int top = geometry.vertical().firstInside(y);
        int left = geometry.horizontal().firstInside(x);
        return new Window(
                top,
                left,
                end(geometry.vertical(), y, input.height()) - top,
                end(geometry.horizontal(), x, input.width()) - left);
    }

    private static int end(Axis axis, int i, int side) {
        return Math.min(axis.start(i) + axis.extent(), side);
    }

    private static int positions(Axis axis, int from, int to) {
        return (to - from + axis.dilation() - 1) / axis.dilation();
    }

    /** What the sum of the window of output (y, x) is multiplied by. */
    public float factor(Shape input, int y, int x) {
        return switch (divisor) {
            case INSIDE -> {
                Window inside = inside(y, x, input);
                yield 1f
                        / (positions(geometry.vertical(), inside.y(), inside.bottom())
                                * positions(geometry.horizontal(), inside.x(), inside.right()));
            }
            case PADDED ->
                1f / (padded(geometry.vertical(), y, input.height()) * padded(geometry.horizontal(), x, input.width()));
            case KERNEL ->
                1f / (geometry.vertical().kernel() * geometry.horizontal().kernel());
            case ONE -> 1f;
        };
    }

    private static int padded(Axis axis, int i, int side) {
        return positions(axis, axis.start(i), end(axis, i, side + axis.after()));
    }

    private float sum(float[] map, Shape shape, Window window) {
        int down = geometry.vertical().dilation();
        int right = geometry.horizontal().dilation();
        float sum = 0;
        for (int y = window.y(); y < window.bottom(); y += down) {
            for (int x = window.x(); x < window.right(); x += right) {
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
