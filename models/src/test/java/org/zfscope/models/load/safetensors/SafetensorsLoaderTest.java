package org.zfscope.models.load.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.open.Models;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Torchvision;

class SafetensorsLoaderTest {

    @TempDir
    private Path folder;

    /** Torchvision's names for the layers of SqueezeNet 1.1 as its authors called them. */
    private static String torchvisions(String caffes) {
        List<String> modules = List.of("3", "4", "6", "7", "9", "10", "11", "12");
        if (caffes.startsWith("fire")) {
            int number = caffes.charAt(4) - '0';
            return "features." + modules.get(number - 2) + "."
                    + caffes.substring(6).replace("squeeze1x1", "squeeze");
        }
        return caffes.equals("conv1") ? "features.0" : "classifier.1";
    }

    private static SafetensorsFile squeezeNet(Network golden) {
        SafetensorsFile file = new SafetensorsFile("F32").metadata("format", "pt");
        golden.nodes().forEach(node -> {
            if (node.layer() instanceof Convolution convolution) {
                String name = torchvisions(node.name());
                file.tensor(
                        name + ".bias",
                        Sides.of(convolution.filters()),
                        convolution.weights().bias());
                file.tensor(
                        name + ".weight",
                        Sides.of(Arrays.stream(convolution.weights().sides())
                                .asLongStream()
                                .toArray()),
                        convolution.weights().values());
            }
        });
        return file;
    }

    /** The golden network's own layers are checked against PyTorch by another test. */
    @Test
    void squeezeNetGivesWhatTheSameWeightsGiveFromOnnx() {
        try (Network golden = new OnnxLoader().load(SharedData.require("golden/squeezenet-1.1/model.onnx"))) {
            Path file = squeezeNet(golden).write(folder.resolve("any.safetensors"));
            ModelSource sized = ModelSource.ofFile(file).withSize(Optional.of(new InputSize(227, 227)));
            try (Network ours = new SafetensorsLoader().load(sized)) {
                assertThat(ours.name()).isEqualTo("squeezenet1_1");
                assertThat(ours.weights()).isEqualTo(new WeightOrigin.Learned());
                assertThat(ours.parameters()).isEqualTo(1_235_496);
                assertThat(ours.preprocessing().source()).isEqualTo(Source.DEFAULT);
                assertThat(ours.preprocessing().shortSide()).isEqualTo(256);
                assertThat(ours.labels()).hasSize(1000);
                Tensor picture = picture(ours.input());
                try (Activations theirs = golden.forward(picture, Keep.everything());
                        Activations run = ours.forward(picture, Keep.everything())) {
                    for (String layer : List.of("conv1", "fire2/squeeze1x1", "fire5/expand3x3", "conv10")) {
                        assertThat(run.maps(torchvisions(layer), 0).values())
                                .as(layer)
                                .isEqualTo(theirs.maps(layer, 0).values());
                    }
                }
            }
        }
    }

    private static Tensor picture(Shape input) {
        Random random = new Random(4);
        Tensor picture = Tensor.zeros(input);
        for (int i = 0; i < picture.values().length; i++) {
            picture.values()[i] = (float) random.nextGaussian();
        }
        return picture;
    }

    /** Small numbers that all types hold exactly, other ones for each tensor; variances are positive. */
    private static float[] numbers(String tensor, long count) {
        Random random = new Random(tensor.hashCode());
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.endsWith("running_var") ? 0.5f : (random.nextInt(129) - 64) / 1024f;
        }
        return values;
    }

    private Path write(String type, Map<String, Sides> tensors, UnaryOperator<String> name) {
        SafetensorsFile file = new SafetensorsFile(type);
        new TreeMap<>(tensors).forEach((tensor, sides) -> {
            file.tensor(name.apply(tensor), sides, numbers(tensor, sides.count()));
            if (tensor.endsWith("running_var")) {
                file.counter(name.apply(tensor.replace("running_var", "num_batches_tracked")));
            }
        });
        return file.write(folder.resolve("model.safetensors"));
    }

    private static Map<String, Sides> tensors(String architecture, int classes) {
        return Torchvision.blueprint(architecture, classes)
                .map(Blueprint::tensors)
                .orElseThrow();
    }

    private static float[] scores(Network network) {
        try (network;
                Activations run = network.forward(picture(network.input()), Keep.everything())) {
            return run.maps(network.output().name(), 0).values();
        }
    }

    private static ModelSource small(Path file) {
        return ModelSource.ofFile(file).withSize(Optional.of(new InputSize(64, 64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"squeezenet1_0", "resnet18", "resnet34", "resnet50", "densenet121", "googlenet", "mobilenet_v2"})
    void anArchitectureIsKnownByItsTensors(String name) {
        Path file = write("BF16", tensors(name, 12), tensor -> tensor);
        try (Network network = Models.open(small(file))) {
            assertThat(network.name()).isEqualTo(name);
            assertThat(network.shape(network.output().name())).isEqualTo(Shape.flat(12));
            assertThat(network.labels()).isEmpty();
            assertThat(network.preprocessing().source()).isEqualTo(Source.GUESS);
        }
        ModelSource named = ModelSource.ofArchitecture(name).withWeights(Optional.of(file));
        try (Network network = Models.open(named)) {
            assertThat(network.shape(network.output().name())).isEqualTo(Shape.flat(12));
            assertThat(network.weights().isLearned()).isTrue();
        }
    }

    @Test
    void allTypesOfNumbersGiveTheSameNetwork() {
        float[] scores = scores(Models.open(small(write("F32", tensors("resnet18", 5), tensor -> tensor))));
        assertThat(scores).hasSize(5).doesNotContain(0);
        for (String type : List.of("F16", "BF16", "F64")) {
            assertThat(scores(Models.open(small(write(type, tensors("resnet18", 5), tensor -> tensor)))))
                    .as(type)
                    .isEqualTo(scores);
        }
    }

    @ParameterizedTest
    @CsvSource({"module.", "model.", "module.model.", "backbone.", "_orig_mod.module.", "state_dict.net."})
    void whatWrapsANetworkIsTakenAway(String wrapper) {
        Path file = write("F16", tensors("squeezenet1_1", 3), tensor -> wrapper + tensor);
        assertThat(Models.open(small(file)).name()).isEqualTo("squeezenet1_1");
    }

    @Test
    void olderAndTimmsSpellingsAreTheSameNetworks() {
        Map<String, Sides> dense = tensors("densenet121", 10);
        float[] scores = scores(Models.open(small(write("BF16", dense, tensor -> tensor))));
        UnaryOperator<String> dotted = tensor -> tensor.replaceAll("(denselayer\\d+\\.(?:norm|conv))([12])", "$1.$2");
        assertThat(scores(Models.open(small(write("BF16", dense, dotted))))).isEqualTo(scores);
    }

    @Test
    void googLeNetsAuxiliaryHeadsAreLeftOut() {
        Map<String, Sides> tensors = new TreeMap<>(tensors("googlenet", 10));
        tensors.put("aux1.fc2.weight", Sides.of(10, 1024));
        tensors.put("aux2.conv.bn.running_var", Sides.of(128));
        try (Network network = Models.open(small(write("F16", tensors, tensor -> tensor)))) {
            assertThat(network.name()).isEqualTo("googlenet");
            assertThat(network.preprocessing().mean().values()).containsOnly(127.5f);
        }
    }

    @Test
    void aCardInsideTheFileSaysNameAndClasses() {
        SafetensorsFile file =
                new SafetensorsFile("F16").metadata("zfscope", "{\"name\": \"mine\", \"labels\": [\"cat\", \"dog\"]}");
        tensors("resnet18", 2).forEach((tensor, sides) -> file.tensor(tensor, sides, numbers(tensor, sides.count())));
        try (Network network = Models.open(small(file.write(folder.resolve("mine.safetensors"))))) {
            assertThat(network.name()).isEqualTo("mine");
            assertThat(network.labels()).containsExactly("cat", "dog");
        }
    }

    @Test
    void batchNormsAreWhatPyTorchComputes() {
        Path file = write("F32", tensors("resnet18", 5), tensor -> tensor);
        try (Network network = Models.open(small(file));
                Activations run = network.forward(picture(network.input()), Keep.everything())) {
            Tensor in = run.maps("conv1", 0);
            Tensor out = run.maps("bn1", 0);
            int map = 7;
            double expected = (in.at(map, 3, 4) - numbers("bn1.running_mean", 64)[map])
                            / Math.sqrt(0.5 + 1e-5)
                            * numbers("bn1.weight", 64)[map]
                    + numbers("bn1.bias", 64)[map];
            assertThat((double) out.at(map, 3, 4)).isCloseTo(expected, within(1e-5));
            assertThat(((Weighted) network.node("conv1").layer()).weights().values())
                    .isEqualTo(numbers("conv1.weight", 64 * 3 * 49));
        }
    }
}
