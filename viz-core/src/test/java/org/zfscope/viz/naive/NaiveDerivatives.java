package org.zfscope.viz.naive;

import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveNorms;
import org.zfscope.models.tensor.Shape;

/** Back by the true derivative: below(i) = sum over j of R(j) * dy(j)/dx(i), term by term. */
final class NaiveDerivatives {

    private NaiveDerivatives() {}

    /** dy(j)/dx(i) = [i = j] d(j)^-beta - 2 alpha beta x(j) x(i) d(j)^(-beta-1), the latter where map i counts for map j. */
    static Grid across(LocalResponseNorm norm, Grid x, Grid signal) {
        Shape shape = x.shape();
        Grid below = Grid.zeros(shape);
        for (int j = 0; j < shape.size(); j++) {
            int map = j / shape.area();
            int row = j % shape.area() / shape.width();
            int column = j % shape.width();
            double d = NaiveNorms.across(norm, x, map, row, column);
            double r = signal.values()[j];
            below.values()[j] += r * Math.pow(d, -norm.beta());
            for (int i = 0; i < shape.channels(); i++) {
                if (NaiveNorms.counts(norm, i, map)) {
                    double slope = 2 * norm.alpha() * norm.beta() * Math.pow(d, -norm.beta() - 1);
                    below.add(i, row, column, -slope * r * x.values()[j] * x.at(i, row, column));
                }
            }
        }
        return below;
    }

    /** The same over the positions of one map, with alpha / size^2 in the place of alpha. */
    static Grid within(SpatialResponseNorm norm, Grid x, Grid signal) {
        Shape shape = x.shape();
        Grid below = Grid.zeros(shape);
        for (int j = 0; j < shape.size(); j++) {
            int map = j / shape.area();
            int row = j % shape.area() / shape.width();
            int column = j % shape.width();
            double d = NaiveNorms.within(norm, x, map, row, column);
            double r = signal.values()[j];
            below.values()[j] += r * Math.pow(d, -norm.beta());
            double share = norm.alpha() / (norm.size() * norm.size());
            double slope = 2 * share * norm.beta() * Math.pow(d, -norm.beta() - 1);
            for (int v = 0; v < shape.height(); v++) {
                for (int u = 0; u < shape.width(); u++) {
                    if (NaiveNorms.counts(norm, v - row, u - column)) {
                        below.add(map, v, u, -slope * r * x.values()[j] * x.at(map, v, u));
                    }
                }
            }
        }
        return below;
    }

    /** dp(j)/dx(i) = p(j) ([i = j] - p(i)) at each position. */
    static Grid softmax(Grid p, Grid signal) {
        Shape shape = p.shape();
        Grid below = Grid.zeros(shape);
        for (int i = 0; i < shape.size(); i++) {
            for (int j = i % shape.area(); j < shape.size(); j += shape.area()) {
                below.values()[i] += signal.values()[j] * p.values()[j] * ((i == j ? 1 : 0) - p.values()[i]);
            }
        }
        return below;
    }
}
