package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Output;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.open.Models;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.ClassScores.Score;

/** Probabilities are the declared output's, after exactly one softmax. */
class ClassScoresTest {

    private static final Shape FOUR = Shape.flat(4);
    private static final float[] LOGITS = {0.5f, -1, 2, 0};

    /** Of e^x / sum e^x of the logits, by hand. */
    private static final float[] PROBABILITIES = {0.158_445f, 0.035_354f, 0.710_100f, 0.096_102f};

    @ParameterizedTest
    @ValueSource(strings = {"cls_softmax_flatten", "cls_logits_used_later"})
    void agreeWithTheExporter(String name, @TempDir Path folder) throws IOException {
        Network network =
                Models.open(SharedData.require("cases/" + name + ".onnx").toString());
        Tensor input = NpyFiles.read(SharedData.require("cases/" + name + ".npy"));

        assertThat(probabilities(network, input)).containsExactly(expected(name, folder), within(1e-6f));
    }

    private static float[] expected(String name, Path folder) throws IOException {
        try (var zip = FileSystems.newFileSystem(SharedData.require("cases/" + name + ".npz"))) {
            return NpyFiles.read(Files.copy(zip.getPath("y.npy"), folder.resolve("y.npy")))
                    .values();
        }
    }

    @Test
    void anOutputWithoutSoftmaxGetsOne() {
        assertThat(probabilities(sketch(new Dropout()), new Tensor(FOUR, LOGITS)))
                .containsExactly(PROBABILITIES, within(1e-4f));
    }

    @Test
    void whatLeavesProbabilitiesAloneDoesNotHideTheSoftmax() {
        for (Layer above : List.of(new Flatten(), new Dropout(), new GlobalAveragePool())) {
            Network network = sketch(new Softmax(), above, new Flatten());
            assertThat(probabilities(network, new Tensor(FOUR, LOGITS)))
                    .as(above.kind())
                    .containsExactly(PROBABILITIES, within(1e-4f));
            assertThat(ClassScores.layer(network)).as("what the softmax takes").isEqualTo(Network.INPUT);
        }
    }

    @Test
    void aSoftmaxBelowOtherLayersIsNotTheClasses() {
        Network network = sketch(new Softmax(), new Relu());

        assertThat(ClassScores.layer(network)).isEqualTo("1");
    }

    @Test
    void anotherOutputCanBeChosen() {
        Network network = sketch(new Relu(), new Softmax())
                .withOutputs(List.of(new Output("scores", "0"), new Output("probabilities", "1")));

        assertThat(ClassScores.layer(network)).isEqualTo("0");
        assertThat(network.withOutput("probabilities").output().name()).isEqualTo("1");
        assertThatThrownBy(() -> network.withOutput("boxes"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("scores, probabilities");
    }

    @Test
    void anOutputOfMapsIsNoClassification() {
        Network network =
                new NetworkSketch(new Shape(3, 2, 2)).then("maps", new Relu()).network();

        assertThatThrownBy(() -> probabilities(network, Tensor.zeros(network.input())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("maps of 3 x 2 x 2")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aMapOfAnOutputIsNoClass() {
        Network network =
                new NetworkSketch(new Shape(3, 2, 2)).then("maps", new Relu()).network();

        try (Activations run = network.forward(Tensor.zeros(network.input()), Keep.only("maps"))) {
            assertThatThrownBy(() -> new Targets(run, 0).find(Target.parse("class:1")))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("does not classify")
                    .hasMessageContaining("maps of 3 x 2 x 2");
        }
    }

    private static Network sketch(Layer... layers) {
        NetworkSketch sketch = new NetworkSketch(FOUR);
        for (int i = 0; i < layers.length; i++) {
            sketch.then(Integer.toString(i), layers[i]);
        }
        return sketch.network();
    }

    /** In the order of the classes. */
    private static float[] probabilities(Network network, Tensor input) {
        String output = network.output().name();
        float[] p = new float[network.shape(output).channels()];
        try (Activations run = network.forward(input, Keep.only(output))) {
            for (Score score : ClassScores.top(run, 0, p.length)) {
                p[score.index()] = score.probability();
            }
        }
        return p;
    }
}
