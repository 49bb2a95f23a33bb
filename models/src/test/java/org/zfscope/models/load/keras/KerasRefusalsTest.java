package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.io.InputException;

/** What cannot be opened is said in one line that names the layer. */
class KerasRefusalsTest {

    private static final Map<String, Array> NO_WEIGHTS = Map.of("vars/0", Array.random(1, 1));

    private final KerasFiles files;

    KerasRefusalsTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    private void refused(String config, String... because) throws IOException {
        Path file = files.archive("3.4.1", config, NO_WEIGHTS);
        assertThatThrownBy(() -> new KerasLoader().load(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContainingAll(because)
                .message()
                .hasLineCount(1)
                .hasSizeLessThan(500);
    }

    @Test
    void codeIsNeverRun() throws IOException {
        String lambda = "'function': {'class_name': '__lambda__', 'config': {'code': '4wEAAAAAAAAA'}}";
        refused(
                KerasText.sequential("6, 5, 3", KerasText.layer("Lambda", "mine", lambda)),
                "layer mine (Lambda)",
                "never runs",
                "ONNX");
    }

    @Test
    void classesOfTheAuthors() throws IOException {
        String own = KerasText.layer("Attention2D", "mine", "")
                .replace("\"registered_name\": null", "\"registered_name\": \"lab>Attention2D\"");
        refused(KerasText.sequential("6, 5, 3", own), "layer mine (Attention2D)", "lab>Attention2D", "ONNX");
        String unregistered = KerasText.layer("ReLU", "mine", "").replace("keras.layers", "__main__");
        refused(KerasText.sequential("6, 5, 3", unregistered), "layer mine (ReLU)", "__main__");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "Embedding", "MultiHeadAttention", "Conv1D"})
    void otherKindsOfNetworks(String kind) throws IOException {
        refused(
                KerasText.sequential("6, 5, 3", KerasText.layer(kind, "it", "")),
                "layer it (" + kind + ")",
                "sequences");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ReLU | 'threshold': 1.0 | threshold",
                "Softmax | 'axis': 1 | axis 1",
                "BatchNormalization | 'axis': 1 | axis",
                "Permute | 'dims': [2, 1, 3] | dims",
                "Reshape | 'target_shape': [6, 15] | target_shape",
                "Reshape | 'target_shape': [7, -1, 3] | target_shape",
                "MaxPooling2D | 'padding': 'reflect' | reflect",
                "MaxPooling2D | 'pool_size': [2.5, 2] | pool_size",
                "MaxPooling2D | 'pool_size': [9, 9] | 9",
                "MaxPooling2D | 'strides': [0, 0] | 0",
                "Cropping2D | 'cropping': 3 | cropping",
                "UpSampling2D | 'interpolation': 'lanczos5' | interpolation",
                "UpSampling2D | 'size': [100000, 100000] | large",
                "ZeroPadding2D | 'padding': 1000000 | large",
                "Conv2D | 'filters': 2147483647, 'kernel_size': 3 | weights",
                "Activation | 'activation': 'my_function' | my_function",
                "Dense | 'units': -3 | units",
                "RandomCrop | 'height': 3 | RandomCrop"
            })
    void settingsThatAreNotKnown(String kind, String config, String because) throws IOException {
        refused(
                KerasText.sequential("6, 5, 3", KerasText.layer(kind, "it", config)),
                "layer it (" + kind + ")",
                because);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ | config.json is no JSON",
                "[] | no class of model",
                "null | no class of model",
                "{} | no class of model",
                "{'class_name': 'Sequential'} | no layers",
                "{'class_name': 'Sequential', 'config': {'layers': []}} | no layers",
                "{'class_name': 'Sequential', 'config': {'layers': [1, 2]}} | a layer without class",
                "{'class_name': 'Functional', 'config': {'layers': [{'class_name': 'ReLU'}]}} | no input",
                "{'class_name': 'MyModel', 'config': {}} | MyModel"
            })
    void descriptionsThatMeanNothing(String config, String because) throws IOException {
        refused(KerasText.json(config), because);
    }

    @Test
    void channelsOnTwoAxes() throws IOException {
        refused(
                KerasText.sequential(
                        "6, 5, 3",
                        KerasText.layer("MaxPooling2D", "first", "'data_format': 'channels_last'"),
                        KerasText.layer("MaxPooling2D", "it", "'pool_size': 1, 'data_format': 'channels_first'")),
                "layer it (MaxPooling2D)",
                "data_format");
    }

    @Test
    void modelsInModelsBeyondReason() throws IOException {
        String model = KerasText.layer("ReLU", "it", "");
        for (int i = 0; i < 40; i++) {
            model = KerasText.sequential("6, 5, 3", model);
        }
        refused(model, "deep");
        refused("{\"class_name\":".repeat(5000), "config.json is no JSON");
    }

    @Test
    void inputsThatAreNoPictures() throws IOException {
        refused(KerasText.sequential("6, 5, 4, 3", KerasText.layer("ReLU", "it", "")), "pictures");
        refused(KerasText.sequential("6, 5, null", KerasText.layer("ReLU", "it", "")), "pictures");
        refused(KerasText.sequential("30", KerasText.layer("ReLU", "it", "")), "30 numbers", "no picture");
        refused(KerasText.sequential("100000, 100000, 3", KerasText.layer("ReLU", "it", "")), "pictures");
    }

    @Test
    void layersThatTakeWhatNobodyGives() throws IOException {
        refused(
                KerasText.functional(
                        "6, 5, 3", "a", KerasText.layer("ReLU", "a", "", "b"), KerasText.layer("ReLU", "b", "", "a")),
                "nowhere");
        refused(KerasText.functional("6, 5, 3", "in"), "input");
    }
}
