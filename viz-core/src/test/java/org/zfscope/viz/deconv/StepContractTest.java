package org.zfscope.viz.deconv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveForward;
import org.zfscope.models.naive.NaiveLinear;
import org.zfscope.models.random.LayerSample;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** What every step back promises, and what ties it to its layer's way forward. */
class StepContractTest {

    private static final Steps DERIVATIVE = new Steps(ReluRule.GRADIENT, LrnRule.GRADIENT, GateRule.DERIVE);

    static Stream<LayerSample> samples() {
        return LayerSample.all();
    }

    static Stream<LayerSample> linear() {
        return samples().filter(sample -> NaiveLinear.is(sample.layer()));
    }

    @Test
    void everyKindOfLayerHasAStep() {
        assertThat(List.<Class<?>>copyOf(DERIVATIVE.kinds()))
                .containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
    }

    /** For a linear layer L, <L(x) - L(0), y> = <x, back(y)>; a max pool is linear with its switches as recorded. */
    @ParameterizedTest
    @MethodSource("linear")
    void theStepIsTheAdjointOfALinearLayer(LayerSample sample) {
        Tensor y = signal(sample);
        Grid zero = NaiveForward.of(
                sample.layer(), sample.shapes().stream().map(Grid::zeros).toList());
        try (StepRun run = new StepRun(sample)) {
            double forward = Grid.of(run.output()).dot(Grid.of(y)) - zero.dot(Grid.of(y));
            double back = 0;
            for (int i = 0; i < sample.inputs().size(); i++) {
                back += Grid.of(run.back(DERIVATIVE, i, y)).dot(sample.grids().get(i));
            }
            assertThat(back).isCloseTo(forward, within(1e-4));
        }
    }

    /** Central differences along a random direction, in doubles. */
    @ParameterizedTest
    @MethodSource("samples")
    void theGradientStepIsTheDerivative(LayerSample sample) {
        Tensor y = signal(sample);
        try (StepRun run = new StepRun(sample)) {
            for (int i = 0; i < sample.inputs().size(); i++) {
                Shape shape = sample.inputs().get(i).shape();
                Grid direction = Grid.of(RandomTensors.picture(new Random(7 + i), shape));
                double slope = Grid.of(run.back(DERIVATIVE, i, y)).dot(direction);

                assertThat(slope).isCloseTo(difference(sample, i, direction, Grid.of(y)), within(1e-4));
            }
        }
    }

    private static double difference(LayerSample sample, int which, Grid direction, Grid y) {
        double h = 1e-6;
        return (moved(sample, which, direction, h).dot(y)
                        - moved(sample, which, direction, -h).dot(y))
                / (2 * h);
    }

    private static Grid moved(LayerSample sample, int which, Grid direction, double by) {
        List<Grid> inputs = new ArrayList<>(sample.grids());
        inputs.set(which, inputs.get(which).plus(direction.map(v -> by * v)));
        return NaiveForward.of(sample.layer(), inputs);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void neitherSignalNorRecordIsTouched(LayerSample sample) {
        Tensor y = signal(sample);
        Tensor kept = new Tensor(y.shape(), y.values().clone());
        try (StepRun run = new StepRun(sample)) {
            for (ReluRule relu : ReluRule.values()) {
                Tensor output = run.output();

                Tensor after = run.signalAfter(new Steps(relu, LrnRule.GRADIENT, GateRule.DERIVE), y);

                assertThat(after).isEqualTo(kept);
                assertThat(run.inputs()).isEqualTo(sample.inputs());
                assertThat(run.output()).isEqualTo(output);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatAStepGivesCanBeClosed(LayerSample sample) {
        try (StepRun run = new StepRun(sample)) {
            for (ReluRule relu : ReluRule.values()) {
                for (LrnRule lrn : LrnRule.values()) {
                    Maps closed = run.closed(new Steps(relu, lrn, GateRule.HOLD), signal(sample));
                    assertThatThrownBy(() -> closed.picture(0)).isInstanceOf(IllegalStateException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStepGivesTheShapeOfTheInputThatItLeadsTo(LayerSample sample) {
        try (StepRun run = new StepRun(sample)) {
            for (int i = 0; i < sample.inputs().size(); i++) {
                Tensor below = run.back(DERIVATIVE, i, signal(sample));
                assertThat(below.shape()).isEqualTo(sample.inputs().get(i).shape());
            }
        }
    }

    private static Tensor signal(LayerSample sample) {
        return RandomTensors.picture(new Random(99), sample.layer().outputShape(sample.shapes()));
    }
}
