package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;

/** What the first layers say about pictures, and what is guessed where they say nothing. */
class KerasFrontTest {

    private static final Map<String, Array> NO_WEIGHTS = Map.of("vars/0", Array.random(1, 1));
    private static final String RELU = KerasText.layer("ReLU", "relu", "");

    private final KerasFiles files;

    KerasFrontTest(@TempDir Path folder) {
        files = new KerasFiles(folder);
    }

    private Network open(String config, Map<String, Array> weights) throws IOException {
        return new KerasLoader().load(files.archive("3.4.1", config, weights));
    }

    private static void is(Preprocessing preprocessing, Source source, float[] mean, float[] scale) {
        assertThat(preprocessing.source()).isEqualTo(source);
        assertThat(preprocessing.mean().values()).containsExactly(mean, within(1e-3f));
        assertThat(preprocessing.scale().values()).containsExactly(scale, within(1e-6f));
    }

    @Test
    void aFirstRescalingIsPreprocessingAndNoLayer() throws IOException {
        Network network = open(
                KerasText.sequential(
                        "6, 5, 3",
                        KerasText.layer("Rescaling", "scale", "'scale': 0.0078431372549, 'offset': -1"),
                        RELU),
                NO_WEIGHTS);
        assertThat(network.nodes()).extracting(Node::name).containsExactly("relu");
        float s = 1 / 127.5f;
        is(network.preprocessing(), Source.FILE, new float[] {127.5f, 127.5f, 127.5f}, new float[] {s, s, s});
    }

    @Test
    void statisticsOfPixelsFromWeightsOrSettings() throws IOException {
        Array mean = new Array(new float[] {10, 20, 30}, 3);
        Array variance = new Array(new float[] {4, 9, 16}, 3);
        String adapted = KerasText.layer("Normalization", "norm", "'axis': [-1], 'mean': null, 'variance': null");
        Network network = open(
                KerasText.sequential("6, 5, 3", adapted, RELU),
                Map.of("layers/normalization/vars/0", mean, "layers/normalization/vars/1", variance));
        is(network.preprocessing(), Source.FILE, mean.values(), new float[] {1 / 2f, 1 / 3f, 1 / 4f});
        String given =
                KerasText.layer("Normalization", "norm", "'axis': -1, 'mean': [0.5, 0.25, 0], 'variance': [1, 4, 1]");
        Network scaled = open(
                KerasText.sequential(
                        "6, 5, 3", KerasText.layer("Rescaling", "scale", "'scale': 0.00392156862745098"), given, RELU),
                NO_WEIGHTS);
        is(scaled.preprocessing(), Source.FILE, new float[] {127.5f, 63.75f, 0}, new float[] {
            1 / 255f, 1 / 510f, 1 / 255f
        });
    }

    @Test
    void furtherUpScalingIsALayer() throws IOException {
        String config = KerasText.sequential(
                "6, 5, 3", RELU, KerasText.layer("Rescaling", "it", "'scale': 2, 'offset': [1, 2, 3]"));
        try (KerasRun run = new KerasRun(files.archive("3.4.1", config, NO_WEIGHTS))) {
            Pixels in = run.input();
            run.gives(in.each((y, x, c) -> 2 * Math.max(0, in.at(y, x, c)) + c + 1));
        }
    }

    @Test
    void aBranchThatTakesThePixelsAsTheyWereUndoesThePreprocessing() throws IOException {
        String config = KerasText.functional(
                "6, 5, 3",
                "it",
                KerasText.layer("Rescaling", "half", "'scale': 0.5, 'offset': 1", "in"),
                KerasText.layer("Activation", "tanh", "'activation': 'tanh'", "half"),
                KerasText.layer("Add", "it", "", "tanh", "in"));
        try (KerasRun run = new KerasRun(files.archive("3.4.1", config, NO_WEIGHTS))) {
            Pixels in = run.input(); // what comes out of the rescaling
            run.gives(in.each((y, x, c) -> Math.tanh(in.at(y, x, c)) + (in.at(y, x, c) - 1) * 2));
        }
    }

    @Test
    void plainArithmeticOfFunctionalModels() throws IOException {
        String keras3 = KerasText.json("{'module': 'keras.src.ops.numpy', 'class_name': '%s', 'config': {'name': '%s'},"
                + " 'registered_name': '%s', 'name': '%s', 'inbound_nodes': [{'args': [{'class_name': '__keras_tensor__',"
                + " 'config': {'keras_history': ['%s', 0, 0]}}, %s], 'kwargs': {}}]}");
        String keras2 =
                KerasText.json("{'class_name': 'TFOpLambda', 'config': {'name': '%2$s', 'function': 'math.%3$s'},"
                        + " 'name': '%2$s', 'inbound_nodes': [['%5$s', 0, 0, {'y': %6$s, 'name': null}]]}");
        for (String form : new String[] {keras3, keras2}) {
            Network network = open(
                    KerasText.functional(
                            "6, 5, 3",
                            "relu",
                            form.formatted("TrueDivide", "divide", "truediv", "divide", "in", "127.5"),
                            form.formatted("Subtract", "minus", "subtract", "minus", "divide", "1.0"),
                            KerasText.layer("ReLU", "relu", "", "minus")),
                    NO_WEIGHTS);
            float s = 1 / 127.5f;
            is(network.preprocessing(), Source.FILE, new float[] {127.5f, 127.5f, 127.5f}, new float[] {s, s, s});
        }
    }

    @Test
    void layersForTrainingOnlyVanish() throws IOException {
        String augmentation = KerasText.sequential(
                "6, 5, 3",
                KerasText.layer("RandomFlip", "flip", "'mode': 'horizontal'"),
                KerasText.layer("RandomRotation", "turn", "'factor': [-0.1, 0.1]"),
                KerasText.layer("GaussianNoise", "noise", "'stddev': 0.1"));
        Network network = open(KerasText.sequential("6, 5, 3", augmentation, RELU), NO_WEIGHTS);
        assertThat(network.nodes()).extracting(Node::name).containsExactly("relu");
    }

    @Test
    void aFirstResizingSaysHowPicturesFit() throws IOException {
        Network network = open(
                KerasText.sequential(
                        "null, null, 3", KerasText.layer("Resizing", "size", "'height': 12, 'width': 10"), RELU),
                NO_WEIGHTS);
        assertThat(network.input().toString()).isEqualTo("3 x 12 x 10");
        assertThat(network.preprocessing().fit()).isEqualTo(Fit.STRETCH);
        Network cropped = open(
                KerasText.sequential(
                        "null, null, 3",
                        KerasText.layer("Resizing", "size", "'height': 16, 'width': 16, 'crop_to_aspect_ratio': true"),
                        KerasText.layer("CenterCrop", "crop", "'height': 12, 'width': 12"),
                        RELU),
                NO_WEIGHTS);
        assertThat(cropped.input().toString()).isEqualTo("3 x 12 x 12");
        assertThat(cropped.preprocessing().fit()).isEqualTo(Fit.CROP);
        assertThat(cropped.preprocessing().shortSide()).isEqualTo(16);
    }

    @Test
    void anOpenSizeIs224UnlessTheUserSaysIt() throws IOException {
        Path file = files.archive("3.4.1", KerasText.sequential("null, null, 3", RELU), NO_WEIGHTS);
        Network network = new KerasLoader().load(file);
        assertThat(network.input().toString()).isEqualTo("3 x 224 x 224");
        assertThat(network.inputSource()).isEqualTo(Source.GUESS);
        Network small = new KerasLoader().load(ModelSource.ofFile(file).withSize(Optional.of(new InputSize(30, 40))));
        assertThat(small.input().toString()).isEqualTo("3 x 30 x 40");
        assertThat(small.inputSource()).isEqualTo(Source.OPTION);
    }

    @ParameterizedTest
    @CsvSource({"'28, 28'", "'784'"})
    void digitsWithoutAnAxisForTheirChannel(String input) throws IOException {
        Network network = open(
                KerasText.sequential(input, KerasText.layer("Reshape", "maps", "'target_shape': [28, 28, 1]"), RELU),
                NO_WEIGHTS);
        assertThat(network.input().toString()).isEqualTo("1 x 28 x 28");
        assertThat(network.preprocessing().channels()).isEqualTo(Channels.GREY);
        assertThat(network.preprocessing().scale().values()).containsExactly(1 / 255f);
    }

    @ParameterizedTest
    @CsvSource({
        "vgg16, BGR, 1",
        "mobilenetv2_1.00_224, RGB, 0.0078431",
        "efficientnetb0, RGB, 1",
        "my_net, RGB, 0.0039216"
    })
    void applicationsAreKnownByTheirNames(String name, Channels channels, float scale) throws IOException {
        String inner = KerasText.sequential("6, 5, 3", RELU).replace("\"sequential\"", '"' + name + '"');
        Network network = open(KerasText.sequential("6, 5, 3", inner), NO_WEIGHTS);
        assertThat(network.preprocessing().source()).isEqualTo(Source.GUESS);
        assertThat(network.preprocessing().channels()).isEqualTo(channels);
        assertThat(network.preprocessing().scale().values()[0]).isCloseTo(scale, within(1e-5f));
    }

    /** Teachable Machine's files call MobileNet {@code model1}. */
    @Test
    void orByTheirLayers() throws IOException {
        String inner = KerasText.sequential("6, 5, 3", KerasText.layer("ReLU", "expanded_conv_depthwise", ""))
                .replace("\"sequential\"", "\"model1\"");
        Network network = open(KerasText.sequential("6, 5, 3", inner), NO_WEIGHTS);
        assertThat(network.preprocessing().mean().values()[0]).isEqualTo(127.5f);
    }

    @Test
    void aCardBesideTheFileKnowsBetter() throws IOException {
        Path file = files.archive("3.4.1", KerasText.sequential("6, 5, 3", RELU), NO_WEIGHTS);
        Files.writeString(
                Path.of(file + ".zfscope.json"),
                KerasText.json("{'preprocessing': {'channels': 'bgr', 'mean': [1, 2, 3]}}"));
        Network network = new KerasLoader().load(file);
        is(network.preprocessing(), Source.FILE, new float[] {1, 2, 3}, new float[] {1, 1, 1});
    }
}
