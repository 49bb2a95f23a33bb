package org.zfscope.models.zoo.torchvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class TorchvisionTest {

    private static Blueprint blueprint(String name) {
        return Torchvision.blueprint(name, 1000).orElseThrow();
    }

    /** torchvision's {@code num_params}, and the number of tensors in its files without {@code num_batches_tracked}. */
    @ParameterizedTest
    @CsvSource({
        "vgg11, 132863336, 22",
        "vgg11_bn, 132868840, 54",
        "vgg13, 133047848, 26",
        "vgg13_bn, 133053736, 66",
        "vgg16, 138357544, 32",
        "vgg16_bn, 138365992, 84",
        "vgg19, 143667240, 38",
        "vgg19_bn, 143678248, 102",
        "alexnet, 61100840, 16",
        "squeezenet1_0, 1248424, 52",
        "squeezenet1_1, 1235496, 52",
        "resnet18, 11689512, 102",
        "resnet34, 21797672, 182",
        "resnet50, 25557032, 267",
        "densenet121, 7978856, 606",
        "googlenet, 6624904, 287",
        "mobilenet_v2, 3504872, 262",
    })
    void everyArchitectureHasTorchvisionsParameters(String name, long parameters, int tensors) {
        assertThat(blueprint(name).parameters()).isEqualTo(parameters);
        assertThat(blueprint(name).tensors()).hasSize(tensors);
    }

    @ParameterizedTest
    @CsvSource({
        "vgg16, features.28.weight, 512 x 512 x 3 x 3",
        "vgg16, classifier.0.weight, 4096 x 25088",
        "vgg16, classifier.6.bias, 1000",
        "vgg16_bn, features.41.running_var, 512",
        "vgg19_bn, features.49.weight, 512 x 512 x 3 x 3",
        "alexnet, features.0.weight, 64 x 3 x 11 x 11",
        "alexnet, features.3.weight, 192 x 64 x 5 x 5",
        "alexnet, features.10.weight, 256 x 256 x 3 x 3",
        "alexnet, classifier.1.weight, 4096 x 9216",
        "squeezenet1_0, features.12.expand3x3.weight, 256 x 64 x 3 x 3",
        "squeezenet1_1, features.12.expand3x3.weight, 256 x 64 x 3 x 3",
        "squeezenet1_1, classifier.1.weight, 1000 x 512 x 1 x 1",
        "resnet18, layer2.0.downsample.0.weight, 128 x 64 x 1 x 1",
        "resnet34, layer3.5.conv2.weight, 256 x 256 x 3 x 3",
        "resnet50, layer1.0.downsample.1.running_mean, 256",
        "resnet50, layer4.2.conv3.weight, 2048 x 512 x 1 x 1",
        "resnet50, fc.weight, 1000 x 2048",
        "densenet121, features.denseblock4.denselayer16.conv1.weight, 128 x 992 x 1 x 1",
        "densenet121, features.transition3.conv.weight, 512 x 1024 x 1 x 1",
        "densenet121, features.norm5.running_var, 1024",
        "googlenet, inception4e.branch3.1.conv.weight, 128 x 32 x 3 x 3",
        "googlenet, inception5b.branch4.1.bn.running_mean, 128",
        "googlenet, fc.weight, 1000 x 1024",
        "mobilenet_v2, features.1.conv.0.0.weight, 32 x 1 x 3 x 3",
        "mobilenet_v2, features.1.conv.2.running_var, 16",
        "mobilenet_v2, features.14.conv.0.0.weight, 576 x 96 x 1 x 1",
        "mobilenet_v2, features.17.conv.2.weight, 320 x 960 x 1 x 1",
        "mobilenet_v2, features.18.1.bias, 1280",
        "mobilenet_v2, classifier.1.weight, 1000 x 1280",
    })
    void tensorsHavePyTorchsNamesAndSides(String name, String tensor, String sides) {
        assertThat(blueprint(name).tensors().get(tensor)).hasToString(sides);
    }

    @Test
    void tensorsTellTheArchitecture() {
        Map<Map<String, Sides>, Long> alike =
                Torchvision.blueprints(7).collect(Collectors.groupingBy(Blueprint::tensors, Collectors.counting()));
        assertThat(alike.values()).containsOnly(1L);
        assertThat(Torchvision.blueprints(7)).allSatisfy(blueprint -> assertThat(
                        Objects.requireNonNull(blueprint.tensors().get(blueprint.head()))
                                .lengths()
                                .get(0))
                .isEqualTo(7));
    }

    @Test
    void namesOfOtherNetworksHaveTorchvisionsInFront() {
        assertThat(Torchvision.names())
                .contains("torchvision/vgg16", "torchvision/alexnet", "vgg11", "resnet50", "googlenet")
                .doesNotContain("vgg16", "alexnet");
        assertThat(Torchvision.untrained("vgg16", 1, Optional.empty())).isEmpty();
    }

    private static Network random(String name, InputSize size) {
        return Torchvision.untrained(name, 3, Optional.of(size)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"squeezenet1_1", "resnet18", "resnet50", "densenet121", "googlenet", "mobilenet_v2"})
    void signalsNeitherVanishNorExplode(String name) {
        try (Network network = random(name, new InputSize(128, 128))) {
            assertThat(network.weights()).isEqualTo(new WeightOrigin.Random(3));
            assertThat(network.inputSource()).isEqualTo(Source.OPTION);
            Random random = new Random(1);
            Tensor picture = Tensor.zeros(network.input());
            for (int i = 0; i < picture.values().length; i++) {
                picture.values()[i] = (float) random.nextGaussian();
            }
            try (Activations run = network.forward(picture, Keep.everything())) {
                for (Node node : network.nodes()) {
                    if (node.layer() instanceof Relu || node.layer() instanceof ClippedRelu) {
                        assertThat(run.maps(node.name(), 0).maxAbs())
                                .as(node.name())
                                .isBetween(0.3f, 100f);
                    }
                }
            }
        }
    }

    @Test
    void vggTakesInputsWhoseMapsCanBeAveragedToSeven() {
        try (Network network = random("vgg11", new InputSize(448, 224))) {
            assertThat(network.shape("features.20")).isEqualTo(new Shape(512, 14, 7));
            assertThat(network.shape("avgpool")).isEqualTo(new Shape(512, 7, 7));
            assertThat(network.shape("classifier.6")).isEqualTo(Shape.flat(1000));
        }
        assertThatThrownBy(() -> random("vgg11", new InputSize(256, 256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiples of 7, found 512 x 8 x 8");
    }

    @Test
    void layersAreCalledAsInPyTorchsGraphs() {
        List<String> names =
                blueprint("resnet50").parts().stream().map(Part::name).toList();
        assertThat(names)
                .startsWith("conv1", "bn1", "relu", "maxpool", "layer1.0.conv1", "layer1.0.bn1", "layer1.0.relu")
                .containsSubsequence(
                        "layer1.0.bn3",
                        "layer1.0.downsample.0",
                        "layer1.0.downsample.1",
                        "layer1.0.add",
                        "layer1.0.relu_2")
                .endsWith("layer4.2.relu_2", "avgpool", "fc");
    }
}
