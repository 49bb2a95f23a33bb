package org.zfscope.models.naive;

import java.util.List;
import org.zfscope.models.tensor.Shape;

/** Products of maps of different shapes, and their way back. */
public final class NaiveProducts {

    private NaiveProducts() {}

    /** The value that stands for this place. */
    public static double at(Grid grid, int c, int y, int x) {
        return grid.values()[NaiveMoves.spread(grid.shape(), c, y, x)];
    }

    static Grid product(List<Grid> inputs, Shape shape) {
        Grid product = Grid.zeros(shape);
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    product.add(c, y, x, factor(inputs, -1, c, y, x));
                }
            }
        }
        return product;
    }

    /** The derivative towards one of the inputs: the sum over all places where it is a factor of R times the others. */
    public static Grid back(List<Grid> inputs, int which, Grid signal) {
        Shape shape = signal.shape();
        Grid below = Grid.zeros(inputs.get(which).shape());
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    below.values()[NaiveMoves.spread(below.shape(), c, y, x)] +=
                            signal.at(c, y, x) * factor(inputs, which, c, y, x);
                }
            }
        }
        return below;
    }

    private static double factor(List<Grid> inputs, int except, int c, int y, int x) {
        double factor = 1;
        for (int i = 0; i < inputs.size(); i++) {
            factor *= i == except ? 1 : at(inputs.get(i), c, y, x);
        }
        return factor;
    }
}
