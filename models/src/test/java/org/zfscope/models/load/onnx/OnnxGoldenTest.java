package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.load.GoldenLayers;
import org.zfscope.models.tensor.Tensor;

/** Layer by layer against PyTorch. */
class OnnxGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"squeezenet-1.1", "zf-mini", "dag-mini"})
    void everyLayerGivesWhatPyTorchGave(String name) throws IOException {
        Path folder = SharedData.require("golden/" + name);
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        Network network = new OnnxLoader().load(folder.resolve("model.onnx"));
        assertThat(network.nodes()).hasSize(expected.get("forward").size());
        Tensor input = npy(folder.resolve("input.npy"), network);
        try (Activations run = network.forward(input, Keep.everything())) {
            for (JsonNode layer : expected.get("forward")) {
                GoldenLayers.check(layer, run.maps(layer.get("layer").asText(), 0));
            }
        }
    }

    @Test
    void aModelWithCaffesNamesIsGuessedToWantCaffesInput() {
        Network network = new OnnxLoader().load(SharedData.require("golden/squeezenet-1.1/model.onnx"));
        assertThat(network.input().toString()).isEqualTo("3 x 227 x 227");
        assertThat(network.preprocessing().source()).isEqualTo(Source.GUESS);
        assertThat(network.preprocessing().channels()).isEqualTo(Channels.BGR);
        assertThat(network.preprocessing().mean().values()).containsExactly(104, 117, 123);
        assertThat(network.preprocessing().scale().values()).containsExactly(1, 1, 1);
    }

    private static Tensor npy(Path file, Network network) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        float[] values = new float[network.input().size()];
        bytes.asFloatBuffer().get(values);
        return new Tensor(network.input(), values);
    }
}
