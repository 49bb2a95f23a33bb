package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

class ExplanationTest {

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyStepGivesTheActivation(long seed) {
        Network network = RandomNetworks.of(seed);
        Random random = new Random(seed);
        try (Activations run = network.forward(RandomTensors.picture(random, network.input()), Keep.everything())) {
            for (Network.Node node : network.nodes()) {
                Shape shape = network.shape(node.name());
                int unit = random.nextInt(shape.channels());
                int y = random.nextInt(shape.height());
                int x = random.nextInt(shape.width());
                Explanation explanation = Explanation.of(run, node.name(), unit, y, x);

                assertThat(explanation.reasons().get(0).activation())
                        .isEqualTo(run.map(node.name(), 0, unit).at(0, y, x));
                float scale = run.maps(node.name(), 0).maxAbs();
                explanation.reasons().forEach(reason -> check(reason, Math.max(1, scale)));
            }
        }
    }

    private static void check(Reason reason, float scale) {
        if (reason instanceof Reason.Filtered f) {
            double sum = f.bias();
            for (int i = 0; i < f.patch().values().length; i++) {
                sum += (double) f.patch().values()[i] * f.filter().values()[i];
            }
            assertThat(f.sum()).isCloseTo(sum, within(1e-12 * (1 + Math.abs(sum)) * f.sums().length));
            assertThat((double) f.activation()).isCloseTo(f.sum(), within(1e-4 * Math.max(scale, Math.abs(sum))));
        } else if (reason instanceof Reason.Scaled s) {
            assertThat(s.scale() * s.value() + s.shift()).isCloseTo(s.activation(), within(1e-4f * scale));
        } else if (reason instanceof Reason.Averaged a) {
            assertThat(a.sum() * a.factor()).isCloseTo(a.activation(), within(1e-4 * scale));
        } else if (reason instanceof Reason.Largest l) {
            Window w = l.window();
            assertThat(l.values().at(0, l.y() - w.y(), l.x() - w.x())).isEqualTo(l.activation());
        }
    }

    /** A filter of integers at the border: padding counts as zeros, and sums of integers are exact. */
    @Test
    void integersAddUpToTheLastDigit() {
        float[] weights = new float[2 * 9];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i - 8;
        }
        NetworkSketch sketch = new NetworkSketch(new Shape(1, 5, 5))
                .then(
                        "conv",
                        new Convolution(
                                Weights.of(weights, new float[] {3, -2}, 2, 1, 3, 3), Geometry.square(3, 2, 1), 1))
                .then("relu", new Relu())
                .then("pool", new MaxPool(Geometry.square(2, 1, 0)));
        Tensor picture = Tensor.zeros(sketch.network().input());
        for (int i = 0; i < 25; i++) {
            picture.values()[i] = i;
        }
        try (Network network = sketch.network();
                Activations run = network.forward(picture, Keep.everything())) {
            Explanation corner = Explanation.of(run, "relu", 1, 0, 0);
            assertThat(corner.reasons()).hasSize(2);
            Reason.Filtered f = (Reason.Filtered) corner.last();
            assertThat(f.window()).isEqualTo(new Window(-1, -1, 3, 3));
            assertThat(f.patch().values()).containsExactly(0, 0, 0, 0, 0, 1, 0, 5, 6);
            assertThat(f.sum()).isEqualTo(1 * 6 + 5 * 8 + 6 * 9 - 2);
            assertThat(f.sum()).isEqualTo(f.activation());

            Explanation pooled = Explanation.of(run, "pool", 1, 1, 1);
            Reason.Largest largest = (Reason.Largest) pooled.reasons().get(0);
            assertThat(largest.window()).isEqualTo(new Window(1, 1, 2, 2));
            assertThat(largest.activation()).isEqualTo(run.maps("relu", 0).at(1, largest.y(), largest.x()));
            assertThat(pooled.last()).isInstanceOf(Reason.Filtered.class);
            assertThat(SizeFormula.ofHeight(network, "conv").orElseThrow())
                    .hasToString("floor((5 - 3 + 1 + 1) / 2) + 1 = 3");
            assertThat(SizeFormula.ofWidth(network, "relu")).isEmpty();
        }
    }

    @Test
    void threePoolsOfOneMapAndTheirWaysBack() {
        Tensor map = new Tensor(new Shape(1, 2, 4), new float[] {1, 2, 0, 8, 4, 3, 0, 0});
        try (Network any = TinyWorld.network()) {
            PoolComparison pools = PoolComparison.of(any.engine(), map, Geometry.square(2, 2, 0))
                    .orElseThrow();

            assertThat(values(pools.pooled(), "max")).containsExactly(4, 8);
            assertThat(values(pools.pooled(), "average")).containsExactly(2.5f, 2);
            assertThat(values(pools.pooled(), "sum")).containsExactly(10, 8);
            assertThat(values(pools.back(), "max")).containsExactly(0, 0, 0, 8, 4, 0, 0, 0);
            assertThat(values(pools.back(), "average"))
                    .containsExactly(0.625f, 0.625f, 0.5f, 0.5f, 0.625f, 0.625f, 0.5f, 0.5f);
            assertThat(values(pools.back(), "sum")).containsExactly(10, 10, 8, 8, 10, 10, 8, 8);
        }
    }

    private static float[] values(Map<String, Tensor> pools, String kind) {
        assertThat(pools).containsKey(kind);
        return pools.getOrDefault(kind, Tensor.zeros(new Shape(1, 1, 1))).values();
    }
}
