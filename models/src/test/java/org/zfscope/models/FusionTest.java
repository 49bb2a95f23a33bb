package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Tensor;

/** Layers that are computed together with the ReLU on top of them give what they give by themselves, to the last bit. */
class FusionTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsComputedAgainIsWhatWasNeverFused(long seed) {
        Network network = RandomNetworks.of(seed);
        List<Tensor> pictures = RandomTensors.pictures(new Random(seed), network.input(), 2);
        String[] all = network.nodes().stream().map(Node::name).toArray(String[]::new);
        try (Activations fused = network.forward(pictures, Keep.everything());
                Activations apart = network.forward(pictures, Keep.only(all))) {
            for (String layer : all) {
                assertThat(fused.maps(layer, 1)).as(layer).isEqualTo(apart.maps(layer, 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunUpToAnyLayerHasItAndAllBelow(long seed) {
        Network network = RandomNetworks.of(seed);
        Tensor picture = RandomTensors.picture(new Random(seed), network.input());
        try (Activations whole = network.forward(picture, Keep.everything())) {
            for (Node node : network.nodes()) {
                try (Activations run = network.forward(picture, Keep.upTo(node.name()))) {
                    assertThat(run.maps(node.name(), 0)).isEqualTo(whole.maps(node.name(), 0));
                    for (String input : node.inputs()) {
                        assertThat(run.maps(input, 0)).isEqualTo(whole.maps(input, 0));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rectifiedIsRectified(long seed) {
        Network network = RandomNetworks.of(seed);
        Tensor picture = RandomTensors.picture(new Random(seed), network.input());
        Node first = network.nodes().get(0);
        Weighted layer = (Weighted) first.layer();
        try (Maps input = network.engine().of(List.of(picture));
                Maps apart = first.layer().forward(List.of(input));
                Maps expected = network.engine().rectify(apart);
                Maps together = layer.forwardRectified(List.of(input), Float.POSITIVE_INFINITY);
                Maps clipped = new ClippedRelu(0.5f).forward(List.of(apart));
                Maps clippedTogether = layer.forwardRectified(List.of(input), 0.5f)) {
            assertThat(together.picture(0)).isEqualTo(expected.picture(0));
            assertThat(clippedTogether.picture(0)).isEqualTo(clipped.picture(0));
        }
    }
}
