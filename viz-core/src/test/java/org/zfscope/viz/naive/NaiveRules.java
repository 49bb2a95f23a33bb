package org.zfscope.viz.naive;

import org.zfscope.models.naive.Grid;
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
}
