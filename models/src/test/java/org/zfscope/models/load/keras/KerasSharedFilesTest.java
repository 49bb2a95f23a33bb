package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.PictureFolder;
import org.zfscope.models.tensor.Tensor;

/** Files of others: PyTorch's numbers for one, classes of pictures for another, and all of them open. */
class KerasSharedFilesTest {

    private static final int BATCH = 100;

    @Test
    void everyLayerGivesWhatPyTorchGave() throws IOException {
        Path folder = SharedData.require("golden/vgg-mini");
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        try (Network network = new KerasLoader().load(folder.resolve("model.h5"));
                Activations run = network.forward(npy(folder.resolve("input.npy"), network), Keep.everything())) {
            assertThat(network.nodes()).hasSize(expected.get("forward").size());
            for (JsonNode layer : expected.get("forward")) {
                check(layer, run.maps(layer.get("layer").asText(), 0));
            }
        }
    }

    private static void check(JsonNode expected, Tensor maps) {
        double tolerance = Math.max(1e-5, 1e-4 * maps.maxAbs());
        double sum = 0;
        for (float v : maps.values()) {
            sum += v;
        }
        String layer = expected.get("layer").asText();
        assertThat(sum / maps.values().length)
                .as(layer)
                .isCloseTo(expected.get("mean").asDouble(), within(tolerance));
        assertThat(expected.get("samples")).isNotEmpty();
        for (JsonNode sample : expected.get("samples")) {
            assertThat((double) maps.values()[sample.get(0).asInt()])
                    .as(layer + sample)
                    .isCloseTo(sample.get(1).asDouble(), within(tolerance));
        }
    }

    private static Tensor npy(Path file, Network network) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        float[] values = new float[network.input().size()];
        bytes.asFloatBuffer().get(values);
        return new Tensor(network.input(), values);
    }

    @Test
    void aNetworkForCifar10IsRightAsOftenAsItWasInKeras() throws IOException {
        Path test = SharedData.require("data/cifar10/test");
        Path file = SharedData.require("data/weights/keras-cifar10/cifar10_model.h5");
        List<String> classes;
        try (var folders = Files.list(test)) {
            classes = folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
        List<Path> pictures = PictureFolder.pictures(test);
        int right = 0;
        try (Network network = new KerasLoader().load(file)) {
            for (int i = 0; i < pictures.size(); i += BATCH) {
                right += right(network, pictures.subList(i, Math.min(i + BATCH, pictures.size())), classes);
            }
        }
        assertThat(pictures).hasSize(2000);
        assertThat(100.0 * right / pictures.size()).isGreaterThanOrEqualTo(67);
    }

    private static int right(Network network, List<Path> pictures, List<String> classes) {
        List<Tensor> inputs = new ArrayList<>();
        for (Path picture : pictures) {
            inputs.add(network.preprocessing().apply(ImageFiles.read(picture), network.input()));
        }
        int right = 0;
        try (Activations run =
                network.forward(inputs, Keep.only(network.output().name()))) {
            for (int i = 0; i < inputs.size(); i++) {
                String named = String.valueOf(pictures.get(i).resolveSibling("").getFileName());
                float[] scores = run.maps(network.output().name(), i).values();
                right += best(scores) == classes.indexOf(named) ? 1 : 0;
            }
        }
        return right;
    }

    private static int best(float... scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({
        "devnagari.keras, 3 x 32 x 32, dense_2_softmax, 46",
        "devanagiri.h5, 3 x 32 x 32, dense_1_softmax, 46",
        "style.keras, 96 x 24 x 24, activation, 3"
    })
    void filesOfCurrentUsersOpen(String name, String input, String output, int channels) {
        Path file = SharedData.require("data/weights/keras3/" + name);
        try (Network network = new KerasLoader().load(file)) {
            assertThat(network.input().toString()).isEqualTo(input);
            assertThat(network.output().name()).isEqualTo(output);
            assertThat(network.shape(output).channels()).isEqualTo(channels);
        }
    }
}
