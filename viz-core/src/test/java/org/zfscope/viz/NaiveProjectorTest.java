package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method.Seed;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.naive.NaiveProjector;

/** The projector, which carries windows only and many units at once, against one that carries whole maps of one unit. */
class NaiveProjectorTest {

    private static final int PICTURES = 2;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTargetUnderEveryRuleIsWhatWholeMapsGive(long seed) {
        Network network = RandomNetworks.of(seed);
        Random random = new Random(seed);
        try (Activations run =
                network.forward(RandomTensors.pictures(random, network.input(), PICTURES), Keep.everything())) {
            List<NaiveProjector> naive = new ArrayList<>();
            for (int picture = 0; picture < PICTURES; picture++) {
                naive.add(new NaiveProjector(run, picture));
            }
            List<Unit> units = units(run, random);
            for (Method method : methods(seed)) {
                try (Projector projector = new Projector(network, method)) {
                    for (Projection projection : projector.projectUnits(run, units, Progress.SILENT)) {
                        check(projection, naive.get(projection.unit().picture()));
                    }
                }
            }
        }
    }

    /** All rules; each starts from the activation in one network and from one in the next. */
    private static List<Method> methods(long seed) {
        List<Method> methods = new ArrayList<>();
        for (ReluRule relu : ReluRule.values()) {
            for (LrnRule lrn : LrnRule.values()) {
                Seed start = (seed + methods.size()) / 2 % 2 == 0 ? Seed.ACTIVATION : Seed.ONE;
                GateRule gates = (seed + methods.size()) % 2 == 0 ? GateRule.HOLD : GateRule.DERIVE;
                methods.add(new Method(relu, lrn, gates, start));
            }
        }
        return methods;
    }

    /** Of every layer some neurons, the strongest ones and whole maps, in all of the pictures. */
    private static List<Unit> units(Activations run, Random random) {
        Network network = run.network();
        List<Unit> units = new ArrayList<>();
        for (Network.Node node : network.nodes()) {
            Shape shape = network.shape(node.name());
            for (Target target : targets(node.name(), shape, random)) {
                units.add(new Targets(run, random.nextInt(PICTURES)).find(target));
            }
        }
        if (ClassScores.classifies(network)) {
            units.add(new Targets(run, 0).find(new Target.ClassScore(0)));
        }
        return units;
    }

    /** The corners, the borders' centres and the centre take turns. */
    private static List<Target> targets(String layer, Shape shape, Random random) {
        int[] rows = {0, shape.height() / 2, shape.height() - 1};
        int[] columns = {0, shape.width() / 2, shape.width() - 1};
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int unit = random.nextInt(shape.channels());
            targets.add(new Target.Neuron(layer, unit, rows[random.nextInt(3)], columns[random.nextInt(3)]));
        }
        targets.add(new Target.Strongest(layer, random.nextInt(shape.channels())));
        targets.add(new Target.WholeMap(layer, random.nextInt(shape.channels())));
        return targets;
    }

    private static void check(Projection projection, NaiveProjector naive) {
        Unit unit = projection.unit();
        Method method = projection.method();
        Grid expected = naive.project(unit.layer(), seed(projection, naive), method);
        Grid actual = Grid.of(projection.full());

        String what = unit + " " + method;
        // a float next to 1 is known to 6e-8, and so is what a softmax that is sure lets through; and a whole map of
        // ones
        // comes to nothing at a normalisation, but for rounding
        assertThat(actual.distance(expected)).as(what).isLessThanOrEqualTo(1e-4 * expected.maxAbs() + 1e-7);
        assertThat(outside(actual, projection.window())).as(what).isZero();
        assertThat(outside(expected, projection.window())).as(what).isZero();
    }

    /** The unit's neurons with their activations or ones, everything else zero. */
    private static Grid seed(Projection projection, NaiveProjector naive) {
        Unit unit = projection.unit();
        Grid forward = naive.forward(unit.layer());
        Grid seed = Grid.zeros(forward.shape());
        for (int y = unit.window().y(); y < unit.window().bottom(); y++) {
            for (int x = unit.window().x(); x < unit.window().right(); x++) {
                double value = projection.method().seed() == Seed.ONE ? 1 : forward.at(unit.unit(), y, x);
                seed.add(unit.unit(), y, x, value);
            }
        }
        return seed;
    }

    /** The largest value outside a window. */
    private static double outside(Grid grid, Window window) {
        Grid outside = Grid.zeros(grid.shape());
        for (int c = 0; c < grid.shape().channels(); c++) {
            for (int y = 0; y < grid.shape().height(); y++) {
                for (int x = 0; x < grid.shape().width(); x++) {
                    outside.add(c, y, x, window.contains(Window.at(y, x)) ? 0 : grid.at(c, y, x));
                }
            }
        }
        return outside.maxAbs();
    }
}
