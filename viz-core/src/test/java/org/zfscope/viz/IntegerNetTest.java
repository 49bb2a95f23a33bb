package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.deconv.ReluRule;

/** One small net, worked out by hand, that tells all three rules apart. */
class IntegerNetTest {

    private static final float[] ONES = filled(18, 1);

    @ParameterizedTest
    @CsvSource({"GRADIENT, 0111 0111 0111 0000", "DECONVNET, 2331 3552 3552 1221", "GUIDED, 0111 1332 1332 1221"})
    void rulesGiveTheNumbersWorkedOutByHand(ReluRule rule, String rows) {
        Network network = network();
        float[] picture = new float[16];
        for (int i = 0; i < 16; i++) {
            picture[i] = i;
        }
        try (Activations run = network.forward(new Tensor(network.input(), picture), Keep.everything());
                Projector projector = new Projector(network, Method.of(rule).with(Method.Seed.ONE))) {
            assertThat(run.maps("conv", 0).values()).containsExactly(-5, 4, 31, 40, -30, -21, 6, 15);
            assertThat(run.map("dense", 0, 0).values()).containsExactly(54);

            Projection projection = projector.project(run, new Target.Strongest("relu2", 0));

            float[] expected = new float[16];
            String digits = rows.replace(" ", "");
            for (int i = 0; i < 16; i++) {
                expected[i] = digits.charAt(i) - '0';
            }
            assertThat(projection.full().values()).containsExactly(expected);
        }
    }

    /** Convolution 3x3 of ones with biases -50 and -75, ReLU, every dense row (1,1,1,1,1,-1,-1,-1), ReLU. */
    private static Network network() {
        float[] dense = new float[32];
        for (int i = 0; i < 32; i++) {
            dense[i] = i % 8 < 5 ? 1 : -1;
        }
        Convolution convolution =
                new Convolution(Weights.of(ONES, new float[] {-50, -75}, 2, 1, 3, 3), Geometry.square(3, 1, 0), 1);
        return new Network(
                "integers",
                new Shape(1, 4, 4),
                Preprocessing.unit(Channels.GREY, Source.DEFAULT),
                List.of(),
                List.of(
                        new Node("conv", convolution, List.of(Network.INPUT)),
                        new Node("relu1", new Relu(), List.of("conv")),
                        new Node("flatten", new Flatten(), List.of("relu1")),
                        new Node("dense", new Dense(Weights.of(dense, new float[4], 4, 8)), List.of("flatten")),
                        new Node("relu2", new Relu(), List.of("dense"))));
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
