package org.zfscope.models.load.zfscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Activations;
import org.zfscope.models.ClassNames;
import org.zfscope.models.Keep;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.zfscope.ModelFile.Origin;
import org.zfscope.models.open.Models;
import org.zfscope.models.random.LayerSample;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Tensor;

/** What is written is opened as the same network. */
class RoundTripTest {

    private static final Origin HERE = new Origin("somewhere", Optional.empty());

    private final Path folder;

    RoundTripTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Every kind of layer, as the contract tests have it. */
    static Stream<LayerSample> samples() {
        return LayerSample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindOfLayerIsWrittenAndRead(LayerSample sample) {
        TensorsOut out = new TensorsOut();
        var written = new Values(out).components(sample.layer(), "layer");
        try (TensorsIn in = tensors(out)) {
            Layer read = new Making(in).layer(sample.layer().getClass().getSimpleName(), written);
            TensorsOut again = new TensorsOut();
            assertThat(new Values(again).components(read, "layer")).isEqualTo(written);
            assertThat(bytes(again)).isEqualTo(bytes(out));
        }
    }

    private static byte[] bytes(TensorsOut tensors) {
        var out = new java.io.ByteArrayOutputStream();
        try {
            tensors.writeTo(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static TensorsIn tensors(TensorsOut out) {
        byte[] bytes = bytes(out);
        try {
            return TensorsIn.read(new java.io.ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Network again(Network network) {
        Path file = folder.resolve("model.zip");
        ModelFile.write(file, network, HERE);
        return Models.open(file.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomNetworksGiveTheSameNumbersToTheLastBit(long seed) {
        try (Network network = RandomNetworks.of(seed);
                Network read = again(network)) {
            assertSame(
                    network,
                    read,
                    RandomTensors.pictures(new Random(seed), network.input(), 1).get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "golden/squeezenet-1.1/model.onnx",
                "golden/zf-mini/model.onnx",
                "golden/dag-mini/model.onnx",
                "data/weights/dl4j-lenet-mnist/mnist-model.zip"
            })
    void filesOfOthersBecomeOurs(String name) {
        try (Network network = Models.open(SharedData.require(name).toString());
                Network read = again(network)) {
            assertThat(read.preprocessing().source())
                    .isEqualTo(network.preprocessing().source());
            assertSame(
                    network,
                    read,
                    RandomTensors.pictures(new Random(1), network.input(), 1).get(0));
        }
    }

    private static void assertSame(Network expected, Network found, Tensor picture) {
        assertThat(found.name()).isEqualTo(expected.name());
        assertThat(found.input()).isEqualTo(expected.input());
        assertThat(found.outputs()).isEqualTo(expected.outputs());
        assertThat(found.classNames()).isEqualTo(expected.classNames());
        assertThat(found.weights()).isEqualTo(expected.weights());
        assertThat(found.inputSource()).isEqualTo(expected.inputSource());
        assertThat(found.preprocessing()).hasToString(expected.preprocessing().toString());
        assertThat(names(found)).isEqualTo(names(expected));
        try (Activations a = expected.forward(picture, Keep.everything());
                Activations b = found.forward(picture, Keep.everything())) {
            for (Node node : expected.nodes()) {
                assertThat(b.maps(node.name(), 0).values())
                        .as(node.name())
                        .isEqualTo(a.maps(node.name(), 0).values());
            }
        }
    }

    private static List<String> names(Network network) {
        List<String> all = new ArrayList<>();
        network.nodes().forEach(n -> all.add(n.name() + " " + n.layer().kind() + " " + n.inputs()));
        return all;
    }

    @Test
    void whatIsSaidAndWhoSaysItIsKept() {
        Preprocessing how =
                Preprocessing.unit(Channels.RGB, Source.GUESS).withShortSide(40).from(Source.GUESS);
        try (Network network = RandomNetworks.of(3);
                Network said = network.shared()) {
            Preprocessing suits = said.input().channels() == 3 ? how : Preprocessing.unit(Channels.GREY, Source.GUESS);
            Network changed = said.with(suits)
                    .withWeights(new WeightOrigin.Random(7))
                    .withClassNames(new ClassNames(List.of("a", "b"), Source.OPTION))
                    .withInputSource(Source.GUESS)
                    .withLeftOut(new LeftOut(34, "LSTM__87", "LSTM", LeftOut.Part.SCORES))
                    .withOutputs(List.of(new Output("first", said.nodes().get(1).name())));
            try (Network read = again(changed)) {
                assertThat(read.weights()).isEqualTo(new WeightOrigin.Random(7));
                assertThat(read.preprocessing().toString()).isEqualTo(suits.toString());
                assertThat(read.classNames()).isEqualTo(changed.classNames());
                assertThat(read.inputSource()).isEqualTo(Source.GUESS);
                assertThat(read.outputs()).isEqualTo(changed.outputs());
                assertThat(read.leftOut()).isEqualTo(changed.leftOut());
            }
        }
    }

    /** Whoever adds one writes it in {@link ModelFile}, reads it in {@link Described}, and adds it to the test above. */
    @Test
    void nothingElseBelongsToANetworkThatCouldBeForgotten() throws ClassNotFoundException {
        assertThat(Class.forName("org.zfscope.models.Terms").getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("preprocessing", "inputSource", "classes", "outputs", "origin", "leftOut", "engine");
    }

    @Test
    void theSameNetworkMakesTheSameBytes() throws IOException {
        try (Network network = RandomNetworks.of(4)) {
            ModelFile.write(folder.resolve("a.zip"), network, HERE);
            ModelFile.write(folder.resolve("b.zip"), network, HERE);
            assertThat(Files.mismatch(folder.resolve("a.zip"), folder.resolve("b.zip")))
                    .isEqualTo(-1);
        }
    }
}
