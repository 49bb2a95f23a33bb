package org.zfscope.viz;

import org.zfscope.models.Activations;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Finds targets in a forward run. */
final class Targets {

    private final Activations run;
    private final int picture;

    Targets(Activations run, int picture) {
        this.run = run;
        this.picture = picture;
    }

    /** Throws InputException if the network has no such layer, unit or position. */
    Unit find(Target target) {
        if (target instanceof Target.Neuron n) {
            Tensor map = map(n.layer(), n.unit());
            check(n, map.shape());
            return unit(n.layer(), n.unit(), Window.at(n.y(), n.x()), map.at(0, n.y(), n.x()));
        }
        if (target instanceof Target.WholeMap m) {
            Tensor map = map(m.layer(), m.unit());
            return unit(m.layer(), m.unit(), Window.whole(map.shape()), map.values()[strongest(map)]);
        }
        if (target instanceof Target.Strongest s) {
            return strongest(s.layer(), s.unit());
        }
        return strongest(ClassScores.layer(run.network()), ((Target.ClassScore) target).index());
    }

    private Unit strongest(String layer, int unit) {
        Tensor map = map(layer, unit);
        int at = strongest(map);
        int width = map.shape().width();
        return unit(layer, unit, Window.at(at / width, at % width), map.values()[at]);
    }

    private static int strongest(Tensor map) {
        float[] values = map.values();
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    private Unit unit(String layer, int unit, Window window, float activation) {
        return new Unit(layer, unit, picture, window, activation);
    }

    private Tensor map(String layer, int unit) {
        Shape shape = run.network().shape(layer);
        if (unit < 0 || unit >= shape.channels()) {
            throw new InputException(
                    "layer " + layer + " has no unit " + unit + "; its units are 0 to " + (shape.channels() - 1));
        }
        return run.map(layer, picture, unit);
    }

    private static void check(Target.Neuron n, Shape map) {
        if (n.y() < 0 || n.y() >= map.height() || n.x() < 0 || n.x() >= map.width()) {
            throw new InputException("layer " + n.layer() + " has no position " + n.y() + "," + n.x()
                    + "; its maps have " + map.height() + " rows and " + map.width() + " columns");
        }
    }
}
