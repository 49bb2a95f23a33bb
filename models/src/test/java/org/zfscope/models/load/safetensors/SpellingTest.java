package org.zfscope.models.load.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.zoo.torchvision.Blueprint;
import org.zfscope.models.zoo.torchvision.Sides;
import org.zfscope.models.zoo.torchvision.Torchvision;

class SpellingTest {

    private static Map<String, Sides> tensors(String architecture) {
        return Torchvision.blueprint(architecture, 21).map(Blueprint::tensors).orElseThrow();
    }

    private static Map<String, Sides> ours(Map<String, Sides> theirs) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        theirs.forEach((name, sides) -> entries.put(name, new Entry("F32", sides, 0, 0)));
        return Spelling.torchvisions(entries).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sides()));
    }

    private static Map<String, Sides> renamed(Map<String, Sides> tensors, UnaryOperator<String> name) {
        Map<String, Sides> renamed = new LinkedHashMap<>();
        tensors.forEach((tensor, sides) -> renamed.put(name.apply(tensor), sides));
        return renamed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg11", "vgg16", "vgg19_bn"})
    void timmsVggHasConvolutionsForDenseLayers(String name) {
        Map<String, Sides> timms = renamed(tensors(name), tensor -> tensor.replace("classifier.0.", "pre_logits.fc1.")
                .replace("classifier.3.", "pre_logits.fc2.")
                .replace("classifier.6.", "head.fc."));
        timms.put("pre_logits.fc1.weight", Sides.of(4096, 512, 7, 7));
        timms.put("pre_logits.fc2.weight", Sides.of(4096, 4096, 1, 1));
        assertThat(ours(timms)).isEqualTo(tensors(name));
        assertThat(Fit.of(ours(timms), Optional.empty()).name()).isEqualTo(name);
    }

    /** timm's mobilenetv2_100, module by module. */
    private static String timmsMobileNet(String tensor) {
        int block = Integer.parseInt(tensor.replaceAll("^features\\.(\\d+)\\..*", "$1"));
        int stage = 0;
        int first = 1;
        for (int blocks : new int[] {1, 2, 3, 4, 3, 3, 1}) {
            if (block >= first + blocks) {
                first += blocks;
                stage++;
            } else {
                break;
            }
        }
        String[] modules = stage == 0
                ? new String[] {"conv.0.0.", "conv_dw.", "conv.0.1.", "bn1.", "conv.1.", "conv_pw.", "conv.2.", "bn2."}
                : new String[] {
                    "conv.0.0.",
                    "conv_pw.",
                    "conv.0.1.",
                    "bn1.",
                    "conv.1.0.",
                    "conv_dw.",
                    "conv.1.1.",
                    "bn2.",
                    "conv.2.",
                    "conv_pwl.",
                    "conv.3.",
                    "bn3."
                };
        for (int i = 0; i < modules.length; i += 2) {
            String ours = "features." + block + "." + modules[i];
            if (tensor.startsWith(ours)) {
                return "blocks." + stage + "." + (block - first) + "." + modules[i + 1]
                        + tensor.substring(ours.length());
            }
        }
        throw new AssertionError(tensor);
    }

    @Test
    void timmsMobileNetIsTorchvisions() {
        Map<String, Sides> timms = renamed(tensors("mobilenet_v2"), tensor -> {
            String stem = tensor.replace("features.0.0.", "conv_stem.")
                    .replace("features.0.1.", "bn1.")
                    .replace("features.18.0.", "conv_head.")
                    .replace("features.18.1.", "bn2.")
                    .replace("classifier.1.", "classifier.");
            return stem.equals(tensor) ? timmsMobileNet(tensor) : stem;
        });
        assertThat(timms)
                .containsKeys("blocks.0.0.conv_dw.weight", "blocks.6.0.bn3.bias", "blocks.3.3.conv_pwl.weight");
        assertThat(ours(timms)).isEqualTo(tensors("mobilenet_v2"));
        assertThat(Fit.of(ours(timms), Optional.empty()).name()).isEqualTo("mobilenet_v2");
    }

    @ParameterizedTest
    @CsvSource({"alexnet, features., features.module.", "vgg13, features., features.module."})
    void featuresInParallel(String name, String ours, String theirs) {
        assertThat(ours(renamed(tensors(name), tensor -> tensor.replace(ours, theirs))))
                .isEqualTo(tensors(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg11_bn", "alexnet", "squeezenet1_0", "resnet50", "densenet121", "googlenet"})
    void torchvisionsOwnNamesStay(String name) {
        assertThat(ours(tensors(name))).isEqualTo(tensors(name));
    }
}
