package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.random.RandomLayers;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method.Seed;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.ReluRule;

/** A network with squeeze-and-excitation on the way back: gates held, or not. */
class GatesTest {

    private static final Shape INPUT = new Shape(3, 12, 12);

    /** conv, ReLU6, times a gate of its means, conv, SiLU. */
    private static Network network() {
        RandomLayers layers = new RandomLayers(new Random(5));
        NetworkSketch sketch = new NetworkSketch(INPUT);
        sketch.then("conv1", layers.convolution(INPUT, 4, Geometry.square(3, 1, 1), 1))
                .then("relu6", new ClippedRelu(1))
                .then("pool", new GlobalAveragePool())
                .then("gate", new Activation(new Curve.Sigmoid()))
                .add("gated", new Multiply(), "relu6", "gate")
                .then("conv2", layers.convolution(new Shape(4, 12, 12), 3, Geometry.square(3, 1, 1), 1))
                .then("silu", new Activation(new Curve.Silu()));
        return sketch.network();
    }

    @Test
    void strongestPicturesAreLookedForWhereUnitsAnswerAndNotInGates() {
        try (Network network = network()) {
            assertThat(TopActivations.usualLayers(network)).containsExactly("relu6", "silu");
        }
    }

    private static Tensor project(GateRule gates) {
        Tensor picture = RandomTensors.picture(new Random(1), INPUT);
        try (Running running = Running.of(network(), picture)) {
            Method method = Method.of(ReluRule.GRADIENT).with(gates).with(Seed.ONE);
            try (Projector projector = new Projector(running.network(), method)) {
                return projector
                        .project(running.run(), new Target.Neuron("silu", 1, 0, 0))
                        .full();
            }
        }
    }

    /** The 5 x 5 pixels that two convolutions see, and the picture as a whole by the means that the gate is made of. */
    @Test
    void aHeldGateLeadsToNothingOutsideWhatTheConvolutionsSee() {
        assertThat(far(project(GateRule.HOLD))).isZero();
        assertThat(far(project(GateRule.DERIVE))).isPositive();
    }

    private static double far(Tensor pixels) {
        return Math.abs(pixels.at(0, 8, 8)) + Math.abs(pixels.at(1, 9, 10)) + Math.abs(pixels.at(2, 11, 11));
    }

    @Test
    void aGateHeldConstantIsAWeight() {
        Grid held = Grid.of(project(GateRule.HOLD));
        Grid derived = Grid.of(project(GateRule.DERIVE));

        assertThat(held.distance(derived)).isGreaterThan(1e-4);
    }

    @Test
    void noSignalPassesAGateThatIsHeld() {
        Tensor picture = RandomTensors.picture(new Random(1), INPUT);
        Target target = new Target.Neuron("conv2", 1, 5, 5);
        try (Running running = Running.of(network(), picture);
                Projector held = new Projector(running.network(), Method.DECONVNET);
                Projector derived = new Projector(running.network(), Method.of(ReluRule.GRADIENT))) {
            assertThatThrownBy(() -> held.signal(running.run(), target, "gate"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("gate");
            assertThat(derived.signal(running.run(), target, "gate").maxAbs()).isPositive();
        }
    }

    @Test
    void whatThePaperDoesNotSayIsSaid() {
        Network network = network();

        assertThat(BeyondPaper.notes(network, Method.DECONVNET))
                .containsExactly(
                        "a ReLU with a ceiling lets nothing pass where it was at its ceiling",
                        "sigmoid: the true derivative",
                        "multiply, silu: gates are held constant");
        assertThat(BeyondPaper.notes(network, Method.DECONVNET.with(GateRule.DERIVE)))
                .contains("multiply, silu: the signal goes through gates too");
        assertThat(BeyondPaper.notes(network, Method.of(ReluRule.GRADIENT))).isEmpty();
    }
}
