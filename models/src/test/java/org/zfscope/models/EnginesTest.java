package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** The engines are alike but for the last digits. */
class EnginesTest {

    private static final int CHANNELS = 64;
    private static final Shape INPUT = new Shape(3, 64, 64);
    private static final Engine FAST = Engines.named("onednn");
    private static final Engine REFERENCE = Engines.named("nd4j");

    /** Like the lower half of VGG16: Winograd's algorithm wherever the processor has it. */
    private static final Network NETWORK = network();

    private static Network network() {
        Random random = new Random(3);
        List<Node> nodes = new ArrayList<>();
        String below = Network.INPUT;
        for (int i = 1; i <= 6; i++) {
            below = add(nodes, "conv" + i, convolution(random, i == 1 ? INPUT.channels() : CHANNELS), below);
            below = add(nodes, "relu" + i, new Relu(), below);
            if (i % 2 == 0) {
                below = add(nodes, "pool" + i, new MaxPool(Geometry.square(2, 2, 0)), below);
            }
        }
        return new Network(
                "deep",
                INPUT,
                Preprocessing.unit(Preprocessing.Channels.RGB, Preprocessing.Source.FILE),
                List.of(),
                nodes);
    }

    private static String add(List<Node> nodes, String name, Layer layer, String below) {
        nodes.add(new Node(name, layer, List.of(below)));
        return name;
    }

    private static Layer convolution(Random random, int channels) {
        float[] values = new float[CHANNELS * channels * 9];
        double deviation = Math.sqrt(2.0 / (channels * 9));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return new Convolution(
                Weights.of(values, new float[CHANNELS], CHANNELS, channels, 3, 3), Geometry.square(3, 1, 1), 1);
    }

    private static List<Tensor> pictures(int count) {
        return RandomTensors.pictures(new Random(4), INPUT, count);
    }

    @AfterAll
    static void close() {
        NETWORK.close();
    }

    static LongStream seeds() {
        return LongStream.range(100, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothGiveTheSameForEveryLayer(long seed) {
        try (Network network = RandomNetworks.of(seed)) {
            List<Tensor> pictures = RandomTensors.pictures(new Random(seed), network.input(), 2);
            try (Activations fast = network.on(FAST).forward(pictures, Keep.everything());
                    Activations reference = network.on(REFERENCE).forward(pictures, Keep.everything())) {
                network.nodes().forEach(node -> assertNear(fast, reference, node.name(), 1, 2e-5));
            }
        }
    }

    @Test
    void throughManyLayersValuesStayNearAndHardlyAnySwitchDiffers() {
        try (Activations fast = NETWORK.on(FAST).forward(pictures(2), Keep.everything());
                Activations reference = NETWORK.on(REFERENCE).forward(pictures(2), Keep.everything())) {
            NETWORK.nodes().forEach(node -> assertNear(fast, reference, node.name(), 1, 2e-5));
            long differ = 0;
            long all = 0;
            for (String pool : List.of("pool2", "pool4", "pool6")) {
                Switches a = fast.record(pool).switches();
                Switches b = reference.record(pool).switches();
                all += 2L * a.pooled().size();
                differ += IntStream.range(0, 2 * a.pooled().size())
                        .filter(i -> at(a, i) != at(b, i))
                        .count();
            }
            System.out.println(differ + " of " + all + " switches differ between oneDNN and ND4J");
            assertThat((double) differ / all).isLessThan(1e-3);
        }
    }

    private static int at(Switches switches, int i) {
        Shape shape = switches.pooled();
        int position = i % shape.area();
        return switches.at(
                i / shape.size(), i % shape.size() / shape.area(), position / shape.width(), position % shape.width());
    }

    @Test
    void aPictureGivesTheSameInAnyCompany() {
        List<Tensor> pictures = pictures(5);
        try (Activations together = NETWORK.on(FAST).forward(pictures, Keep.everything());
                Activations alone = NETWORK.on(FAST).forward(pictures.get(0), Keep.everything())) {
            NETWORK.nodes().forEach(node -> assertNear(together, alone, node.name(), 0, 2e-5));
        }
    }

    /** What an index needs to be the same byte for byte: batches of four, wherever a picture is in them. */
    @Test
    void inBatchesOfOneSizeEveryPlaceIsAlike() {
        List<Tensor> pictures = pictures(4);
        List<Tensor> turned = List.of(pictures.get(3), pictures.get(0), pictures.get(1), pictures.get(2));
        try (Activations one = NETWORK.on(FAST).forward(pictures, Keep.everything());
                Activations other = NETWORK.on(FAST).forward(turned, Keep.everything())) {
            for (Node node : NETWORK.nodes()) {
                for (int i = 0; i < 4; i++) {
                    assertThat(other.maps(node.name(), (i + 1) % 4)).isEqualTo(one.maps(node.name(), i));
                }
            }
        }
    }

    @Test
    void implementationsAreNamed() {
        assertThat(Implementations.of(NETWORK.on(REFERENCE)))
                .containsEntry("relu1", List.of())
                .containsEntry("pool2", List.of("java"));
        assertThat(Implementations.of(NETWORK.on(FAST)))
                .containsEntry("relu1", List.of())
                .hasEntrySatisfying("conv2", names -> assertThat(names).isNotEmpty());
    }

    @Test
    void unknownEnginesAreSaidToBeUnknown() {
        assertThatThrownBy(() -> Engines.named("torch"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("onednn, nd4j");
    }

    private static void assertNear(Activations actual, Activations expected, String layer, int picture, double part) {
        Tensor a = actual.maps(layer, picture);
        Tensor e = expected.maps(layer, picture);
        double most = 1e-6;
        double off = 0;
        for (int i = 0; i < a.values().length; i++) {
            most = Math.max(most, Math.abs(e.values()[i]));
            off = Math.max(off, Math.abs(a.values()[i] - e.values()[i]));
        }
        assertThat(off).as(layer).isLessThanOrEqualTo(part * most);
    }
}
