package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.load.keras.Pixels.Slide;

/** Every version of Keras keeps weights in places of its own; whoever wrote the file, the numbers are the same. */
class KerasFormsTest {

    private static final Slide THREE = new Slide(3, 3, 1, 1, true);
    private static final String CONV = "'filters': 3, 'kernel_size': [3, 3], 'padding': 'same', 'use_bias': true";

    private final KerasFiles files;

    private final Array first = Array.random(1, 3, 3, 3, 3);
    private final Array second = Array.random(2, 3, 3, 3, 3);
    private final Array third = Array.random(3, 3, 3, 3, 3);
    private final Array bias = Array.random(4, 3);

    KerasFormsTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    private Pixels convolved(Pixels in, Array kernel) {
        return in.convolved(THREE, kernel, bias, 1);
    }

    private static String three(String a, String b, String c) {
        return KerasText.sequential(
                "6, 5, 3",
                KerasText.layer("Conv2D", a, CONV),
                KerasText.layer("Conv2D", b, CONV),
                KerasText.layer("ReLU", "relu", ""),
                KerasText.layer("Conv2D", c, CONV));
    }

    private void isThree(Path file) {
        try (KerasRun run = new KerasRun(file)) {
            assertThat(run.network.nodes()).extracting(Node::name).contains("relu");
            Pixels before = convolved(convolved(run.input(), first), second);
            Pixels relu = before.each((y, x, c) -> Math.max(0, before.at(y, x, c)));
            run.gives(convolved(relu, third));
        }
    }

    @Test
    void keras3CountsClasses() throws IOException {
        isThree(files.archive(
                "3.4.1",
                three("a", "b", "c"),
                Map.of(
                        "layers/conv2d/vars/0",
                        first,
                        "layers/conv2d/vars/1",
                        bias,
                        "layers/conv2d_1/vars/0",
                        second,
                        "layers/conv2d_1/vars/1",
                        bias,
                        "layers/conv2d_2/vars/0",
                        third,
                        "layers/conv2d_2/vars/1",
                        bias)));
    }

    @Test
    void keras2CountsLayersWithWeightsTwice() throws IOException {
        isThree(files.archive(
                "2.13.1",
                three("a", "b", "c"),
                Map.of(
                        "_layer_checkpoint_dependencies/conv2d/vars/0", first,
                        "_layer_checkpoint_dependencies/conv2d/vars/1", bias,
                        "_layer_checkpoint_dependencies/conv2d_2/vars/0", second,
                        "_layer_checkpoint_dependencies/conv2d_2/vars/1", bias,
                        "_layer_checkpoint_dependencies/conv2d_4/vars/0", third,
                        "_layer_checkpoint_dependencies/conv2d_4/vars/1", bias)));
    }

    /** Keras 2.13 joined the parts of a path as the system joins files' names. */
    @Test
    void keras2OnWindowsHasBackslashesInNames() throws IOException {
        isThree(files.archive(
                "2.13.1",
                three("a", "b", "c"),
                Map.of(
                        "_layer_checkpoint_dependencies\\conv2d/vars/0", first,
                        "_layer_checkpoint_dependencies\\conv2d/vars/1", bias,
                        "_layer_checkpoint_dependencies\\conv2d_2/vars/0", second,
                        "_layer_checkpoint_dependencies\\conv2d_2/vars/1", bias,
                        "_layer_checkpoint_dependencies\\conv2d_4/vars/0", third,
                        "_layer_checkpoint_dependencies\\conv2d_4/vars/1", bias)));
    }

    @Test
    void namesCountWhereTheFileHasThem() throws IOException {
        isThree(files.archive(
                "3.12.0",
                three("a", "b", "c"),
                Map.of(
                        "layers/conv2d/vars/0",
                        third,
                        "layers/conv2d/vars/1",
                        bias,
                        "layers/conv2d_1/vars/0",
                        second,
                        "layers/conv2d_1/vars/1",
                        bias,
                        "layers/conv2d_2/vars/0",
                        first,
                        "layers/conv2d_2/vars/1",
                        bias),
                Map.of("layers/conv2d/vars", "c", "layers/conv2d_1/vars", "b", "layers/conv2d_2/vars", "a")));
    }

    @Test
    void hdf5OfKeras2AndKeras3AndOfLongAgo() {
        for (String pattern : List.of(
                "%1$s/kernel:0 %1$s/bias:0",
                "sequential/%1$s/kernel sequential/%1$s/bias",
                "%1$s_3/kernel:0 %1$s_3/bias:0",
                "%1$s_W_1:0 %1$s_b_1:0")) {
            Map<String, Map<String, Array>> weights = new LinkedHashMap<>();
            List<Array> kernels = List.of(first, second, third);
            List<String> names = List.of("a", "block/b", "c");
            for (int i = 0; i < names.size(); i++) {
                String[] paths = pattern.formatted(names.get(i)).split(" ", -1);
                Map<String, Array> arrays = new LinkedHashMap<>();
                arrays.put(paths[0], kernels.get(i));
                arrays.put(paths[1], bias);
                weights.put(names.get(i), arrays);
            }
            weights.put("relu", Map.of());
            isThree(files.hdf5("2.2.4-tf", three("a", "block/b", "c"), weights));
        }
    }

    @Test
    void weightsOfModelsInModels() throws IOException {
        String inner = KerasText.sequential(
                        "6, 5, 3", KerasText.layer("Conv2D", "b", CONV), KerasText.layer("Conv2D", "c", CONV))
                .replace("\"sequential\"", "\"inner\"");
        String model = KerasText.sequential("6, 5, 3", KerasText.layer("Conv2D", "a", CONV), inner);
        Path archive = files.archive(
                "3.4.1",
                model,
                Map.of(
                        "layers/conv2d/vars/0",
                        first,
                        "layers/conv2d/vars/1",
                        bias,
                        "layers/sequential/layers/conv2d/vars/0",
                        second,
                        "layers/sequential/layers/conv2d/vars/1",
                        bias,
                        "layers/sequential/layers/conv2d_1/vars/0",
                        third,
                        "layers/sequential/layers/conv2d_1/vars/1",
                        bias));
        Map<String, Array> inside = new LinkedHashMap<>(); // in any order
        inside.put("c/bias:0", bias);
        inside.put("c/kernel:0", third);
        inside.put("b/kernel:0", second);
        inside.put("b/bias:0", bias);
        Map<String, Array> outside = new LinkedHashMap<>();
        outside.put("a/kernel:0", first);
        outside.put("a/bias:0", bias);
        Path hdf5 = files.hdf5("2.11.0", model, Map.of("a", outside, "inner", inside));
        for (Path file : List.of(archive, hdf5)) {
            try (KerasRun run = new KerasRun(file)) {
                run.gives(convolved(convolved(convolved(run.input(), first), second), third));
                assertThat(run.network.nodes()).extracting(Node::name).containsExactly("a", "inner/b", "inner/c");
            }
        }
    }

    @Test
    void aSharedLayerIsSeveralNodesWithTheSameWeights() throws IOException {
        String twice = KerasText.layer("Conv2D", "shared", CONV, "in");
        String calls = twice.substring(twice.indexOf("\"inbound_nodes\": ["));
        String second =
                calls.substring(calls.indexOf('[') + 1, calls.length() - 2).replace("\"in\"", "\"relu\"");
        String shared = twice.substring(0, twice.length() - 2) + ", " + second + "]}";
        String config = KerasText.functional("6, 5, 3", "shared", shared, KerasText.layer("ReLU", "relu", "", "shared"))
                .replace("[\"shared\", 0, 0]]}", "[\"shared\", 1, 0]]}");
        Map<String, Array> weights = Map.of("layers/conv2d/vars/0", first, "layers/conv2d/vars/1", bias);
        try (KerasRun run = new KerasRun(files.archive("3.4.1", config, weights))) {
            assertThat(run.network.nodes()).extracting(Node::name).containsExactly("shared", "relu", "shared_2");
            Pixels once = convolved(run.input(), first);
            run.gives(convolved(once.each((y, x, c) -> Math.max(0, once.at(y, x, c))), first));
            Convolution one = (Convolution) run.network.node("shared").layer();
            Convolution other = (Convolution) run.network.node("shared_2").layer();
            assertThat(one.weights()).isSameAs(other.weights());
        }
    }

    @Test
    void weightsOfAnotherShapeOrNumberAreRefusedByName() throws IOException {
        String config = KerasText.sequential("6, 5, 3", KerasText.layer("Conv2D", "a", CONV));
        Path wrong = files.archive(
                "3.4.1",
                config,
                Map.of("layers/conv2d/vars/0", Array.random(1, 3, 3, 3, 4), "layers/conv2d/vars/1", bias));
        assertThatThrownBy(() -> new KerasLoader().load(wrong))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("layer a (Conv2D)", "kernel", "3 x 3 x 3 x 4", "3 x 3 x 3 x 3");
        Path none = files.archive("3.4.1", config, Map.of("layers/dense/vars/0", bias));
        assertThatThrownBy(() -> new KerasLoader().load(none))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("layer a (Conv2D)", "[kernel, bias]", "none");
    }
}
