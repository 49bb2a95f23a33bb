package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.tensor.Tensor;

/** Weights without a description find their architecture. */
class KerasOntoTest {

    private static final String SQUEEZENET =
            "data/weights/squeezenet-1.1/squeezenet_weights_tf_dim_ordering_tf_kernels_notop.h5";

    private final KerasFiles files;

    KerasOntoTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    /** The ONNX file's weights were halves, so the last digits differ. */
    @Test
    void aSqueezeNetOfKerasIsTheOneOfTheOnnxFileWithoutItsTop() {
        ModelSource source =
                ModelSource.ofFile(SharedData.require(SQUEEZENET)).withSize(Optional.of(new InputSize(227, 227)));
        try (Network keras = new KerasLoader().load(source);
                Network onnx = new OnnxLoader().load(SharedData.require("golden/squeezenet-1.1/model.onnx"))) {
            assertThat(keras.name()).isEqualTo("squeezenet1_1");
            assertThat(keras.preprocessing().channels()).isEqualTo(Channels.BGR);
            Tensor input = random(onnx);
            try (Activations here = keras.forward(input, Keep.everything());
                    Activations there = onnx.forward(input, Keep.everything())) {
                Tensor expected = there.maps("fire9/concat", 0);
                Tensor found = here.maps("features.12.cat", 0);
                assertThat(found.shape()).isEqualTo(expected.shape());
                for (int i = 0; i < found.values().length; i++) {
                    assertThat(found.values()[i]).isCloseTo(expected.values()[i], within(2e-3f * expected.maxAbs()));
                }
            }
        }
    }

    private static Tensor random(Network network) {
        Random random = new Random(3);
        Tensor input = Tensor.zeros(network.input());
        for (int i = 0; i < input.values().length; i++) {
            input.values()[i] = 50 * (float) random.nextGaussian();
        }
        return input;
    }

    /** VGG11 at its full width would need half a gigabyte; AlexNet's first matrix is all that matters. */
    @Test
    void theFirstMatrixTakesFlattenedMapsInKerasOrder() {
        Map<String, Map<String, Array>> weights = alexNet();
        ModelSource source = ModelSource.ofArchitecture("alexnet").withWeights(Optional.of(files.weightsOnly(weights)));
        try (Network network = new KerasLoader().load(source)) {
            Array matrix = kernel(weights, "dense");
            float[] unit =
                    ((Dense) network.node("classifier.1").layer()).weights().unit(5);
            assertThat((double) unit[7 * 36 + 2 * 6 + 3]).isEqualTo(matrix.at((2 * 6 + 3) * 256 + 7, 5));
            Array kernel = kernel(weights, "conv1");
            assertThat((double) ((Convolution) network.node("features.3").layer())
                            .weights()
                            .unit(9)[4 * 25 + 3 * 5 + 1])
                    .isEqualTo(kernel.at(3, 1, 4, 9));
            assertThat(network.shape(network.output().name()).channels()).isEqualTo(4);
        }
    }

    private static Array kernel(Map<String, Map<String, Array>> weights, String layer) {
        return Objects.requireNonNull(weights.getOrDefault(layer, Map.of()).get(layer + "/kernel:0"));
    }

    private static Map<String, Map<String, Array>> alexNet() {
        Map<String, Map<String, Array>> weights = new LinkedHashMap<>();
        int[][] convolutions = {{11, 11, 3, 64}, {5, 5, 64, 192}, {3, 3, 192, 384}, {3, 3, 384, 256}, {3, 3, 256, 256}};
        for (int i = 0; i < convolutions.length; i++) {
            weights.put("conv" + i, layer("conv" + i, convolutions[i]));
        }
        weights.put("pool", Map.of());
        weights.put("dense", layer("dense", 9216, 4096));
        weights.put("dense_1", layer("dense_1", 4096, 4096));
        weights.put("dense_2", layer("dense_2", 4096, 4));
        return weights;
    }

    private static Map<String, Array> layer(String name, int... kernel) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put(name + "/kernel:0", Array.random(name.hashCode(), kernel));
        arrays.put(name + "/bias:0", Array.random(1, kernel[kernel.length - 1]));
        return arrays;
    }

    @Test
    void weightsThatFitNothingAreRefusedByName() {
        Path file = files.weightsOnly(Map.of("conv", layer("conv", 3, 3, 3, 64)));
        ModelSource squeezeNet = ModelSource.ofArchitecture("squeezenet1_0").withWeights(Optional.of(file));
        assertThatThrownBy(() -> new KerasLoader().load(squeezeNet))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("squeezenet1_0", "features.0", "96 x 3 x 7 x 7", "conv", "64 x 3 x 3 x 3");
        ModelSource resnet = ModelSource.ofArchitecture("resnet18").withWeights(Optional.of(file));
        assertThatThrownBy(() -> new KerasLoader().load(resnet))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("resnet18", "variant of its own");
        Path small = files.weightsOnly(Map.of("conv", layer("conv", 3, 3, 3, 5)));
        assertThatThrownBy(() -> new KerasLoader().load(small))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("no description", "model.save");
    }
}
