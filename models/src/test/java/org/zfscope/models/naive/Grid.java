package org.zfscope.models.naive;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Maps of doubles, [channels, height, width]. */
public record Grid(Shape shape, double[] values) {

    public static Grid zeros(Shape shape) {
        return new Grid(shape, new double[shape.size()]);
    }

    public static Grid of(Tensor tensor) {
        Grid grid = zeros(tensor.shape());
        for (int i = 0; i < grid.values.length; i++) {
            grid.values[i] = tensor.values()[i];
        }
        return grid;
    }

    /** Where (c, y, x) lies in the values of a grid of that shape. */
    public static int index(Shape shape, int c, int y, int x) {
        return (c * shape.height() + y) * shape.width() + x;
    }

    public double at(int c, int y, int x) {
        return values[index(shape, c, y, x)];
    }

    public void add(int c, int y, int x, double value) {
        values[index(shape, c, y, x)] += value;
    }

    public Grid map(DoubleUnaryOperator function) {
        return new Grid(shape, Arrays.stream(values).map(function).toArray());
    }

    /** The sum of two grids of one shape. */
    public Grid plus(Grid other) {
        Grid sum = zeros(shape);
        for (int i = 0; i < values.length; i++) {
            sum.values[i] = values[i] + other.values[i];
        }
        return sum;
    }

    public double dot(Grid other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    public double maxAbs() {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** The largest distance between two values at one place. */
    public double distance(Grid other) {
        return plus(other.map(v -> -v)).maxAbs();
    }
}
