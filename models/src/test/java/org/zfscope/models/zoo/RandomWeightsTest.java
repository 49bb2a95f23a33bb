package org.zfscope.models.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class RandomWeightsTest {

    @Test
    void theNetworkSaysThatItsWeightsAreRandom() {
        try (Network network = ZfNet.create(7)) {
            assertThat(network.weights()).isEqualTo(new WeightOrigin.Random(7));
            assertThat(network.title()).isEqualTo("zfnet, random weights (seed 7)");
            assertThat(network.with(network.preprocessing())
                            .withLabels(List.of())
                            .weights())
                    .isEqualTo(network.weights());
        }
    }

    private static Convolution convolution(Network network, String name) {
        return (Convolution) network.node(name).layer();
    }

    private static float[] weights(long seed) {
        try (Network network = ZfNet.create(seed)) {
            return convolution(network, "conv3").weights().values();
        }
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
        float[] one = weights(1);
        assertThat(weights(1)).isEqualTo(one);
        assertThat(weights(2)).isNotEqualTo(one);
    }

    @Test
    void weightsHaveHesVarianceAndBiasesAreZero() {
        Convolution layer = convolution(ZfNet.create(1), "conv2");
        double sum = 0;
        double squares = 0;
        float[] values = layer.weights().values();
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        assertThat(mean).isCloseTo(0, within(1e-3));
        assertThat(squares / values.length - mean * mean).isCloseTo(2.0 / (25 * 96), within(1e-5));
        assertThat(layer.weights().bias()).containsOnly(0);
    }

    @Test
    void signalsNeitherVanishNorExplode() {
        Network network = ZfNet.create(1);
        Tensor picture = Tensor.zeros(new Shape(3, 224, 224));
        Random random = new Random(1);
        for (int i = 0; i < picture.values().length; i++) {
            picture.values()[i] = 255 * (random.nextFloat() - 0.5f);
        }
        try (Activations run = network.forward(picture, Keep.everything())) {
            for (Node node : network.nodes()) {
                if (node.layer() instanceof Relu) {
                    float strongest = run.maps(node.name(), 0).maxAbs();
                    assertThat(strongest).as(node.name()).isBetween(1f, 3000f);
                }
            }
        }
    }
}
