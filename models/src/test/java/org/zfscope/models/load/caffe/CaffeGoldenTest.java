package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.load.GoldenLayers;
import org.zfscope.models.load.ModelSource;

/** Caffe's cifar10_quick, layer by layer against PyTorch. */
class CaffeGoldenTest {

    @Test
    void everyLayerGivesWhatPyTorchGave() throws IOException {
        Path folder = SharedData.require("golden/cifar10-quick");
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        try (Network network = new CaffeLoader().load(quick("cifar10_quick_iter_5000.caffemodel.h5"));
                Activations run = network.forward(NpyFiles.read(folder.resolve("input.npy")), Keep.everything())) {
            for (JsonNode layer : expected.get("forward")) {
                String name = layer.get("layer").asText();
                if (!name.equals("flatten")) { // which Caffe's fully connected layers do themselves
                    GoldenLayers.check(layer, run.maps(name, 0));
                }
            }
            assertThat(network.nodes()).hasSize(expected.get("forward").size() - 1);
        }
    }

    static ModelSource quick(String weights) {
        Path folder = SharedData.require("data/weights/caffe-cifar10");
        return ModelSource.ofFile(folder.resolve("cifar10_quick.prototxt"))
                .withWeights(Optional.of(folder.resolve(weights)));
    }
}
