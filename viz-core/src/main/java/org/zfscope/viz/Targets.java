package org.zfscope.viz;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.Activations;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Finds targets in one picture of a forward run. */
public final class Targets {

    private final Activations run;
    private final int picture;

    /**
     * For a run of which the targets' layers were kept.
     *
     * @param picture which of the run's pictures
     */
    public Targets(Activations run, int picture) {
        this.run = run;
        this.picture = picture;
    }

    /**
     * The unit that a target means.
     *
     * @throws InputException if the network has no such layer, unit or position
     */
    public Unit find(Target target) {
        return target.in(this);
    }

    Unit neuron(Target.Neuron n) {
        Tensor map = map(n.layer(), n.unit());
        check(n, map.shape());
        return unit(n.layer(), n.unit(), Window.at(n.y(), n.x()), map.at(0, n.y(), n.x()));
    }

    Unit wholeMap(String layer, int unit) {
        Tensor map = map(layer, unit);
        return unit(layer, unit, Window.whole(map.shape()), map.values()[strongest(map)]);
    }

    Unit classScore(int index) {
        ClassScores.requireScores(run.network());
        return strongest(ClassScores.layer(run.network()), index);
    }

    Unit strongest(String layer, int unit) {
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
            throw new InputException(say("viz.targets.layer-has-unit-units", layer, unit, shape.channels() - 1));
        }
        return run.map(layer, picture, unit);
    }

    private static void check(Target.Neuron n, Shape map) {
        if (n.y() < 0 || n.y() >= map.height() || n.x() < 0 || n.x() >= map.width()) {
            throw new InputException(
                    say("viz.targets.layer-has-position-maps", n.layer(), n.y(), n.x(), map.height(), map.width()));
        }
    }
}
