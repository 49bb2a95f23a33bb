package org.zfscope.models.load.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
