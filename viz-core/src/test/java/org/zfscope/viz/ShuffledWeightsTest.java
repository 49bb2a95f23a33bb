package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.ShuffledWeights;
import org.zfscope.viz.deconv.ReluRule;

class ShuffledWeightsTest {

    private final Network network = PlainNetwork.of(3, Pools.NONE);

    @Test
    void theSameWeightsInAnotherOrder() {
        float[] before = weights(network);
        float[] after = weights(ShuffledWeights.of(network, 1));

        assertThat(after).isNotEqualTo(before);
        Arrays.sort(before);
        Arrays.sort(after);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void oneSeedGivesOneOrder() {
        assertThat(weights(ShuffledWeights.of(network, 7))).isEqualTo(weights(ShuffledWeights.of(network, 7)));
    }

    @Test
    void theNetworkSaysThatItsWeightsAreShuffled() {
        Network shuffled = ShuffledWeights.of(network, 7);
        assertThat(network.weights().isLearned()).isTrue();
        assertThat(shuffled.weights()).isEqualTo(new WeightOrigin.Shuffled(7));
        assertThat(shuffled.title()).isEqualTo(network.name() + ", shuffled weights (seed 7)");
        assertThat(shuffled.outputs()).isEqualTo(network.outputs());
    }

    @Test
    void aSignalOnItsWayIsTheProjectionsGradientThere() {
        try (Running running = Running.of(network, 5);
                Projector projector = new Projector(network, Method.of(ReluRule.GRADIENT))) {
            Target target = new Target.Strongest("conv2", 1);

            Tensor seed = projector.signal(running.run(), target, "conv2");
            Tensor below = projector.signal(running.run(), target, "relu1");

            float activation = running.find(target).activation();
            assertThat(seed.maxAbs()).isEqualTo(Math.abs(activation));
            // a convolution's way back of one neuron: its own filter, times the seed
            Convolution conv = (Convolution) network.node("conv2").layer();
            int y = running.find(target).window().y();
            int x = running.find(target).window().x();
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (inside(below, y + dy, x + dx)) {
                        assertThat(below.at(2, y + dy, x + dx))
                                .isCloseTo(
                                        activation * conv.weights().unit(1)[2 * 9 + (dy + 1) * 3 + dx + 1],
                                        offset(1e-4f));
                    }
                }
            }
        }
    }

    private static boolean inside(Tensor maps, int y, int x) {
        return y >= 0 && x >= 0 && y < maps.shape().height() && x < maps.shape().width();
    }

    private static float[] weights(Network network) {
        Convolution conv = (Convolution) network.node("conv2").layer();
        return conv.weights().values();
    }
}
