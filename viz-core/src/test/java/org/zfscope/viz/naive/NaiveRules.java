package org.zfscope.viz.naive;

import org.zfscope.models.layer.Curve;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveCurves;
import org.zfscope.models.naive.NaiveProducts;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.ReluRule;

/** Back through ReLUs. f is what came in on the way forward, R the signal from above. */
final class NaiveRules {

    private NaiveRules() {}

    static Grid relu(ReluRule rule, Grid f, Grid signal) {
        return leaky(rule, 0, f, signal);
    }

    /** The same with a slope where a ReLU has zero. */
    static Grid leaky(ReluRule rule, double slope, Grid f, Grid signal) {
        Grid below = Grid.zeros(f.shape());
        for (int i = 0; i < below.values().length; i++) {
            double r = signal.values()[i];
            double positive = r > 0 ? r : slope * r;
            double open = f.values()[i] > 0 ? 1 : slope;
            below.values()[i] = switch (rule) {
                case GRADIENT -> r * open;
                case DECONVNET -> positive;
                case GUIDED -> positive * open;
            };
        }
        return below;
    }

    /** The same with a slope for each place. */
    static Grid parametric(ReluRule rule, Grid slopes, Grid f, Grid signal) {
        Grid below = Grid.zeros(f.shape());
        for (int c = 0; c < f.shape().channels(); c++) {
            for (int y = 0; y < f.shape().height(); y++) {
                for (int x = 0; x < f.shape().width(); x++) {
                    Grid here = new Grid(Shape.flat(1), new double[] {f.at(c, y, x)});
                    Grid r = new Grid(Shape.flat(1), new double[] {signal.at(c, y, x)});
                    double slope = NaiveProducts.at(slopes, c, y, x);
                    below.add(c, y, x, leaky(rule, slope, here, r).at(0, 0, 0));
                }
            }
        }
        return below;
    }

    /** As a ReLU, but nothing passes at the ceiling. */
    static Grid clipped(ReluRule rule, double ceiling, Grid f, Grid signal) {
        Grid below = relu(rule, f, signal);
        for (int i = 0; i < below.values().length; i++) {
            below.values()[i] *= f.values()[i] < ceiling ? 1 : 0;
        }
        return below;
    }

    /** R * df/dx, or where gates are held R * f(x) / x for curves that are x times something. */
    static Grid curve(GateRule gates, Curve curve, Grid x, Grid signal) {
        Grid below = Grid.zeros(x.shape());
        for (int i = 0; i < below.values().length; i++) {
            double at = x.values()[i];
            boolean held = gates == GateRule.HOLD && curve instanceof Curve.Gated;
            double slope = held ? NaiveCurves.gate(curve, at) : NaiveCurves.derivative(curve, at);
            below.values()[i] = signal.values()[i] * slope;
        }
        return below;
    }
}
