package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zfscope.viz.Method.Seed.ONE;
import static org.zfscope.viz.deconv.ReluRule.DECONVNET;
import static org.zfscope.viz.deconv.ReluRule.GRADIENT;
import static org.zfscope.viz.deconv.ReluRule.GUIDED;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.LongRange;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveForward;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.deconv.ReluRule;

/** What must hold for projections of every network of convolutions, ReLUs and max pools, whatever its weights. */
@PropertyDefaults(generation = GenerationMode.EXHAUSTIVE)
class RuleTheoremsTest {

    @Property
    void gradientIsTheSlopeOfTheUnitsActivation(@ForAll @LongRange(max = 29) long seed) {
        Network network = RandomNetworks.of(seed);
        String layer = network.output().name();
        Target target = new Target.Neuron(layer, 0, 0, 0);
        Grid direction = Grid.of(RandomTensors.picture(new Random(seed + 1), network.input()));
        try (Running running = Running.of(network, seed)) {
            Grid x = Grid.of(running.run().maps(Network.INPUT, 0));
            double slope =
                    running.project(Method.of(GRADIENT).with(ONE), target).dot(direction);

            assertThat(slope).isCloseTo(difference(network, layer, x, direction), within(1e-4));
        }
    }

    /** Central, of the layer's very first neuron, in doubles. */
    private static double difference(Network network, String layer, Grid x, Grid direction) {
        double h = 1e-6;
        Grid more = x.plus(direction.map(v -> h * v));
        Grid less = x.plus(direction.map(v -> -h * v));
        return (first(network, layer, more) - first(network, layer, less)) / (2 * h);
    }

    private static double first(Network network, String layer, Grid picture) {
        return NaiveForward.all(network, picture).getOrDefault(layer, picture).at(0, 0, 0);
    }

    @Property
    void projectionsAreHomogeneous(@ForAll @LongRange(max = 5) long seed, @ForAll ReluRule rule, @ForAll Pools pools) {
        try (Running running = Running.of(PlainNetwork.of(seed, pools), seed)) {
            float[] seeds = seeds(running, seed);
            Grid single = seeded(running, rule, seeds);
            Grid scaled = seeded(running, rule, scaled(seeds, 2.7f));

            assertThat(scaled.distance(single.map(v -> 2.7f * v))).isLessThanOrEqualTo(1e-5 * scaled.maxAbs());
        }
    }

    @Property
    void onlyTheGradientIsAdditive(@ForAll @LongRange(max = 5) long seed, @ForAll Pools pools) {
        try (Running running = Running.of(PlainNetwork.of(seed, pools), seed)) {
            float[] a = seeds(running, seed + 100);
            float[] b = seeds(running, seed + 200);
            for (ReluRule rule : ReluRule.values()) {
                Grid together = seeded(running, rule, sum(a, b));
                Grid apart = seeded(running, rule, a).plus(seeded(running, rule, b));
                double violation = together.distance(apart) / together.maxAbs();
                if (rule == GRADIENT) {
                    assertThat(violation).isLessThan(1e-5);
                } else {
                    assertThat(violation).as("%s", rule).isGreaterThan(1e-3);
                }
            }
        }
    }

    @Property
    void deconvnetAndGuidedAreZeroForANegativeSeed(@ForAll @LongRange(max = 5) long seed, @ForAll Pools pools) {
        try (Running running = Running.of(PlainNetwork.of(seed, pools), seed)) {
            float[] negative = scaled(seeds(running, seed), -1);

            assertThat(seeded(running, DECONVNET, negative).maxAbs()).isZero();
            assertThat(seeded(running, GUIDED, negative).maxAbs()).isZero();
        }
    }

    @Property
    void allRulesAgreeWhereNothingIsNegative(@ForAll @LongRange(max = 5) long seed, @ForAll Pools pools) {
        Network positive = PlainNetwork.withBiases(
                PlainNetwork.withWeights(PlainNetwork.of(seed, pools), Math::abs), bias -> 0.1f);
        Tensor random = RandomTensors.picture(new Random(seed), positive.input());
        Grid picture = Grid.of(random).map(Math::abs);
        try (Running running = Running.of(positive, tensor(picture))) {
            Grid gradient = running.project(GRADIENT, new Target.Strongest("relu4", 0));
            assertThat(gradient.maxAbs()).isPositive();
            for (ReluRule rule : ReluRule.values()) {
                Grid other = running.project(rule, new Target.Strongest("relu4", 0));
                assertThat(other.distance(gradient)).isZero();
            }
        }
    }

    /** Euler: a network without biases is homogeneous, so its gradient times the picture is the activation. */
    @Property
    void withoutBiasesGradientTimesPictureIsTheActivation(@ForAll @LongRange(max = 9) long seed, @ForAll Pools pools) {
        Network network = PlainNetwork.withBiases(PlainNetwork.of(seed, pools), bias -> 0f);
        try (Running running = Running.of(network, seed)) {
            Grid picture = Grid.of(running.run().maps(Network.INPUT, 0));
            for (Node node : network.nodes()) {
                Target target = new Target.Strongest(node.name(), 0);
                float activation = running.find(target).activation();
                double product =
                        running.project(Method.of(GRADIENT).with(ONE), target).dot(picture);

                assertThat(product).as(node.name()).isCloseTo(activation, within(1e-4));
            }
        }
    }

    @Property
    void biasesHaveNoPartInTheWayBack(@ForAll @LongRange(max = 5) long seed, @ForAll ReluRule rule) {
        Network network = PlainNetwork.of(seed, Pools.OVERLAPPING);
        Network other = PlainNetwork.withBiases(network, bias -> bias + 5);
        try (Running running = Running.of(network, seed)) {
            Grid expected = running.project(rule, map(running));

            assertThat(running.project(other, Method.of(rule), map(running)).distance(expected))
                    .isZero();
        }
    }

    @Property
    void withoutPoolsOnlyTheDeconvnetIsTheSameForEveryPicture(@ForAll @LongRange(max = 5) long seed) {
        Network network = PlainNetwork.of(seed, Pools.NONE);
        try (Running one = Running.of(network, seed);
                Running other = Running.of(network, seed + 50)) {
            for (ReluRule rule : ReluRule.values()) {
                Method method = Method.of(rule).with(ONE);
                double distance = one.project(method, map(one)).distance(other.project(method, map(one)));
                assertThat(distance == 0).as("%s", rule).isEqualTo(rule == DECONVNET);
            }
        }
    }

    @Property
    void onlyTheDeconvnetReadsNothingOfTheWayForwardButSwitches(
            @ForAll @LongRange(max = 5) long seed, @ForAll Pools pools) {
        Network network = PlainNetwork.of(seed, pools);
        for (ReluRule rule : ReluRule.values()) {
            try (Running running = Running.of(network, seed)) {
                Method method = Method.of(rule).with(ONE);
                Target map = map(running);
                Grid before = running.project(method, map);
                tamperEverything(running, seed);
                double distance = running.project(method, map).distance(before);

                assertThat(before.maxAbs()).isPositive();
                assertThat(distance == 0).as("%s", rule).isEqualTo(rule == DECONVNET);
            }
        }
    }

    private static void tamperEverything(Running running, long seed) {
        Random random = new Random(seed);
        for (Node node : running.network().nodes()) {
            Shape shape = running.network().shape(node.name());
            running.tamper(node.name(), RandomTensors.values(random, shape.size(), 1));
        }
    }

    /** The map of relu3 with the most neurons on, so that all rules give something. */
    private static Target.WholeMap map(Running running) {
        int best = 0;
        for (int unit = 1; unit < running.network().shape("conv3").channels(); unit++) {
            best = on(running, unit) > on(running, best) ? unit : best;
        }
        return new Target.WholeMap("relu3", best);
    }

    private static long on(Running running, int unit) {
        Grid map = Grid.of(running.run().map("conv3", 0, unit));
        return Arrays.stream(map.values()).filter(v -> v > 0).count();
    }

    /** Positive numbers for a whole map of relu3. */
    private static float[] seeds(Running running, long seed) {
        Shape shape = running.network().shape("relu3");
        float[] values = RandomTensors.values(new Random(seed), shape.area(), 1);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }

    /** The projection that starts from these numbers on one map of relu3. */
    private static Grid seeded(Running running, ReluRule rule, float[] seeds) {
        float[] all = new float[running.network().shape("relu3").size()];
        Target.WholeMap map = map(running);
        System.arraycopy(seeds, 0, all, map.unit() * seeds.length, seeds.length);
        running.tamper("relu3", all);
        return running.project(rule, map);
    }

    private static float[] scaled(float[] values, float by) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= by;
        }
        return scaled;
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static Tensor tensor(Grid grid) {
        float[] values = new float[grid.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) grid.values()[i];
        }
        return new Tensor(grid.shape(), values);
    }
}
