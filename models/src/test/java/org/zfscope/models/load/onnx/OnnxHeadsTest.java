package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.LeftOut;
import org.zfscope.models.LeftOut.Part;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;

/** Networks that are convolutional up to a point, and those that hardly are. */
class OnnxHeadsTest {

    @Test
    void aResidualNetworkWithARecurrentHeadOpensUpToTheHead() {
        Path captcha = SharedData.require("data/weights/tf2onnx/captcha.onnx");
        try (Network network = new OnnxLoader().load(captcha);
                Activations run =
                        network.forward(RandomTensors.picture(new Random(1), network.input()), Keep.everything())) {
            assertThat(network.input()).isEqualTo(new Shape(3, 60, 160));
            assertThat(network.nodes())
                    .filteredOn(node -> node.layer() instanceof Convolution)
                    .hasSize(24);
            assertThat(network.output().name()).isEqualTo("model/leaky_re_lu_17/LeakyRelu");
            assertThat(run.maps(network.output().name(), 0).shape()).isEqualTo(new Shape(64, 4, 10));
            assertThat(network.leftOut()).hasValueSatisfying(part -> {
                assertThat(part.operator()).isEqualTo("LSTM");
                assertThat(part.part()).isEqualTo(Part.SCORES);
            });
            assertThat(network.hasScores()).isFalse();
        }
    }

    @Test
    void aTransformerIsRefusedInOneLineThatSaysWhatItIs() {
        Path vit = SharedData.require("exports/timm_test_vit/dynamo.onnx");
        assertThatThrownBy(() -> new OnnxLoader().load(vit))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("node node_")
                .hasMessageContaining("a transformer")
                .hasMessageNotContaining("\n");
    }

    @Test
    void oneResultOfSeveralMayBeLeftOut(@TempDir Path folder) {
        OnnxModel model = twoConvolutions()
                .node("LSTM", "words", List.of("c2"))
                .node("GlobalAveragePool", "scores", List.of("c2"))
                .output("scores")
                .output("words");
        try (Network network = new OnnxLoader().load(model.write(folder))) {
            assertThat(network.leftOut()).contains(new LeftOut(1, "words", "LSTM", Part.OTHERS));
            assertThat(network.outputs()).containsExactly(new Network.Output("scores", "scores"));
            assertThat(network.hasScores()).isTrue();
        }
    }

    @Test
    void aNetworkOfWhichMostWouldBeLeftOutIsRefused(@TempDir Path folder) {
        OnnxModel model = twoConvolutions().node("Einsum", "mix", List.of("c2"));
        for (int i = 0; i < 3; i++) {
            model.node("Conv", "late" + i, List.of("mix", "w"));
        }
        assertThatThrownBy(() -> new OnnxLoader().load(model.write(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("node mix (Einsum)");
    }

    @Test
    void eightBitNetworksAreRefusedAsSuch(@TempDir Path folder) {
        OnnxModel model = OnnxModel.of(13, 1, 3, 8, 8).node("QuantizeLinear", "q", List.of("x"));
        assertThatThrownBy(() -> new OnnxLoader().load(model.write(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("8-bit integers");
    }

    private static OnnxModel twoConvolutions() {
        return OnnxModel.of(13, 1, 3, 8, 8)
                .weights("w", OnnxRun.small(1, 81), 3, 3, 3, 3)
                .node("Conv", "c1", List.of("x", "w"), ints("pads", List.of(1, 1, 1, 1)))
                .node("Conv", "c2", List.of("c1", "w"), ints("pads", List.of(1, 1, 1, 1)), integer("group", 1));
    }
}
