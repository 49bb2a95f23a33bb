package org.zfscope.models.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Native;

class RandomWeightsTest {

    @Test
    void theNetworkSaysThatItsWeightsAreRandom() {
        Network network = ZfNet.create(7);
        assertThat(network.weights()).isEqualTo(new WeightOrigin.Random(7));
        assertThat(network.title()).isEqualTo("zfnet, random weights (seed 7)");
        assertThat(network.with(network.preprocessing()).withLabels(List.of()).weights())
                .isEqualTo(network.weights());
    }

    private static Convolution convolution(Network network, String name) {
        return (Convolution) network.node(name).layer();
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherSeedOthers() {
        INDArray one = convolution(ZfNet.create(1), "conv3").weights();
        assertThat(convolution(ZfNet.create(1), "conv3").weights()).isEqualTo(one);
        assertThat(convolution(ZfNet.create(2), "conv3").weights()).isNotEqualTo(one);
    }

    @Test
    void weightsHaveHesVarianceAndBiasesAreZero() {
        Convolution layer = convolution(ZfNet.create(1), "conv2");
        assertThat(layer.weights().meanNumber().doubleValue()).isCloseTo(0, within(1e-3));
        assertThat(layer.weights().varNumber().doubleValue()).isCloseTo(2.0 / (25 * 96), within(1e-5));
        assertThat(layer.bias().amaxNumber().doubleValue()).isZero();
    }

    @Test
    void signalsNeitherVanishNorExplode() {
        Network network = ZfNet.create(1);
        try (INDArray picture = Nd4j.rand(1, 3, 224, 224).subi(0.5).muli(255);
                Activations run = network.forward(picture, Keep.everything())) {
            for (Node node : network.nodes()) {
                if (node.layer() instanceof Relu) {
                    float strongest = Native.picture(run.array(node.name()), 0).maxAbs();
                    assertThat(strongest).as(node.name()).isBetween(1f, 3000f);
                }
            }
        }
    }
}
