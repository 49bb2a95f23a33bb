package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.ReluRule;

/** Where projections lie, and that nothing else than the picture and the target has a say in them. */
class PlaceTheoremsTest {

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aUnitOfTheFirstLayerGivesItsFilterTimesItsActivation(@ForAll @LongRange(max = 9) long seed) {
        Network network = PlainNetwork.of(seed, Pools.NONE);
        Convolution conv1 = (Convolution) network.node("conv1").layer();
        Random random = new Random(seed);
        Shape maps = network.shape("relu1");
        int unit = random.nextInt(maps.channels());
        int y = random.nextInt(maps.height());
        int x = random.nextInt(maps.width());
        try (Running running = Running.of(network, seed)) {
            float activation = running.run().map("relu1", 0, unit).at(0, y, x);
            Grid expected = Grid.zeros(network.input());
            for (int c = 0; c < 3; c++) {
                for (int v = 0; v < 5; v++) {
                    for (int u = 0; u < 5; u++) {
                        // stride 2, padding 1
                        put(expected, c, 2 * y - 1 + v, 2 * x - 1 + u, activation * weight(conv1, unit, c, v, u));
                    }
                }
            }
            Grid actual = running.project(ReluRule.DECONVNET, new Target.Neuron("relu1", unit, y, x));

            assertThat(actual.distance(expected)).isZero();
        }
    }

    private static float weight(Convolution convolution, int filter, int c, int v, int u) {
        Weights weights = convolution.weights();
        return weights.unit(filter)[(c * weights.side(2) + v) * weights.side(3) + u];
    }

    private static void put(Grid grid, int c, int y, int x, double value) {
        if (y >= 0 && y < grid.shape().height() && x >= 0 && x < grid.shape().width()) {
            grid.add(c, y, x, value);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aPooledUnitStaysInTheFieldOfTheUnitThatWon(@ForAll @LongRange(max = 9) long seed, @ForAll ReluRule rule) {
        Network network = PlainNetwork.of(seed, Pools.OVERLAPPING);
        try (Running running = Running.of(network, seed)) {
            Unit pooled = running.find(new Target.Strongest("pool2", 3));
            Switches switches = running.run().record("pool2").switches();
            int at = switches.at(0, 3, pooled.window().y(), pooled.window().x());
            int width = network.shape("relu2").width();
            Window won = ReceptiveField.window(network, "relu2", Window.at(at / width, at % width));

            Tensor pixels = tensor(running, rule, new Target.Strongest("pool2", 3));

            Tensor inside = pixels.crop(won);
            assertThat(sumOfSquares(inside)).isEqualTo(sumOfSquares(pixels));
        }
    }

    private static Tensor tensor(Running running, ReluRule rule, Target target) {
        try (Projector projector = new Projector(running.network(), Method.of(rule))) {
            return projector.project(running.run(), target).full();
        }
    }

    private static double sumOfSquares(Tensor tensor) {
        Grid grid = Grid.of(tensor);
        return grid.dot(grid);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void manyUnitsAtOnceAreTheSameAsOneByOne(@ForAll @LongRange(max = 7) long seed, @ForAll ReluRule rule) {
        Network network = RandomNetworks.of(seed);
        String layer = network.nodes().get(network.nodes().size() / 2).name();
        try (Running running = Running.of(network, seed);
                Projector projector = new Projector(network, Method.of(rule))) {
            List<Projection> together = projector.projectLayer(running.run(), layer, Progress.SILENT);

            assertThat(together).hasSize(network.shape(layer).channels());
            for (int unit = 0; unit < together.size(); unit++) {
                Projection alone = projector.project(running.run(), new Target.Strongest(layer, unit));
                Projection one = together.get(unit);
                assertThat(one.unit()).isEqualTo(alone.unit());
                assertThat(one.window()).isEqualTo(alone.window());
                assertThat(Grid.of(one.pixels()).distance(Grid.of(alone.pixels())))
                        .isLessThanOrEqualTo(1e-5 * alone.pixels().maxAbs());
            }
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void neitherRepetitionNorTheOrderOfPicturesChangesAnything(
            @ForAll @LongRange(max = 7) long seed, @ForAll ReluRule rule) {
        Network network = RandomNetworks.of(seed);
        String layer = network.output().name();
        List<Tensor> pictures = RandomTensors.pictures(new Random(seed), network.input(), 3);
        List<Tensor> turned = List.of(pictures.get(2), pictures.get(1), pictures.get(0));
        try (Activations run = network.forward(pictures, Keep.everything());
                Activations other = network.forward(turned, Keep.everything())) {
            for (int i = 0; i < 3; i++) {
                Tensor expected = project(run, rule, layer, i);

                assertThat(project(run, rule, layer, i)).isEqualTo(expected);
                assertThat(project(other, rule, layer, 2 - i)).isEqualTo(expected);
            }
        }
    }

    private static Tensor project(Activations run, ReluRule rule, String layer, int picture) {
        Unit unit = new Targets(run, picture).find(new Target.Strongest(layer, 0));
        try (Projector projector = new Projector(run.network(), Method.of(rule))) {
            return projector
                    .projectUnits(run, List.of(unit), Progress.SILENT)
                    .get(0)
                    .full();
        }
    }

    /** On a grey picture all neurons but those near the border are equal, and all that a window lies on too. */
    @Example
    void ofEqualNeuronsTheFirstWins() {
        Network network = PlainNetwork.of(0, Pools.OVERLAPPING);
        Tensor grey = Tensor.zeros(network.input());
        try (Running running = Running.of(network, grey)) {
            int unit = alive(running.run().maps("relu1", 0));
            Switches switches = running.run().record("pool1").switches();

            // without a picture the biases alone are left, so the maps of the first layer are flat
            assertThat(running.find(new Target.Strongest("relu1", unit)).window())
                    .isEqualTo(Window.at(0, 0));
            assertThat(switches.at(0, unit, 1, 2))
                    .isEqualTo(2 * network.shape("relu1").width() + 4);
        }
    }

    private static int alive(Tensor maps) {
        int unit = 0;
        while (maps.at(unit, 0, 0) <= 0) {
            unit++;
        }
        return unit;
    }
}
