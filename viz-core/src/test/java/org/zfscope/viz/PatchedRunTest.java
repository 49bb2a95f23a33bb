package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.viz.Near.assertNear;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Where only what a patch touches is computed again, all layers give what they give of the whole changed picture. */
class PatchedRunTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLayerIsWhatAWholeRunGives(long seed) {
        Network network = RandomNetworks.of(seed);
        Random random = new Random(seed);
        Tensor picture = RandomTensors.picture(random, network.input());
        List<Window> windows = windows(random, network.input());
        List<Tensor> patches = RandomTensors.pictures(random, shape(network.input(), windows.get(0)), windows.size());
        Set<String> layers = network.nodes().stream().map(Node::name).collect(Collectors.toSet());

        try (Activations whole = network.forward(picture, Keep.everything());
                PatchedRun run = PatchedRun.of(whole, patches, windows, layers);
                Activations expected = network.forward(changed(picture, patches, windows), Keep.everything())) {
            for (String layer : layers) {
                for (int i = 0; i < windows.size(); i++) {
                    assertNear(run.maps(layer, i), expected.maps(layer, i));
                }
            }
        }
    }

    @Test
    void whereSumsAreExactSoIsTheResult() {
        Network network = PlainNetwork.withWeights(
                PlainNetwork.withBiases(PlainNetwork.of(3, Pools.OVERLAPPING), b -> (float) Math.rint(4 * b)),
                w -> (float) Math.rint(3 * w));
        Random random = new Random(5);
        Tensor picture = integers(random, network.input());
        List<Window> windows = List.of(new Window(0, 0, 4, 3), new Window(7, 5, 4, 3), new Window(15, 14, 4, 3));
        List<Tensor> patches = new ArrayList<>();
        windows.forEach(w -> patches.add(integers(random, shape(network.input(), w))));

        try (Activations whole = network.forward(picture, Keep.everything());
                PatchedRun run = PatchedRun.of(whole, patches, windows, Set.of("relu2", "relu4"));
                Activations expected = network.forward(changed(picture, patches, windows), Keep.everything())) {
            for (int i = 0; i < windows.size(); i++) {
                assertThat(run.maps("relu2", i)).isEqualTo(expected.maps("relu2", i));
                assertThat(run.maps("relu4", i)).isEqualTo(expected.maps("relu4", i));
            }
        }
    }

    @Test
    void onlyWhatThePatchTouchesIsComputed() {
        Network network = PlainNetwork.of(3, Pools.NONE);
        Tensor picture = RandomTensors.picture(new Random(1), network.input());
        List<Window> windows = List.of(new Window(8, 8, 1, 1));
        List<Tensor> patches = RandomTensors.pictures(new Random(2), new Shape(3, 1, 1), 1);

        try (Activations whole = network.forward(picture, Keep.everything());
                PatchedRun run = PatchedRun.of(whole, patches, windows, Set.of("relu1", "relu2", "dense"))) {
            assertThat(run.computed("relu1")).isEqualTo(2 * 2);
            assertThat(run.computed("relu2")).isEqualTo(4 * 4);
        }
    }

    /** Of one size; some at the border. */
    private static List<Window> windows(Random random, Shape input) {
        int height = 1 + random.nextInt(input.height() / 2);
        int width = 1 + random.nextInt(input.width() / 2);
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int y = random.nextInt(input.height());
            int x = random.nextInt(input.width());
            windows.add(new Window(y, x, height, width).fit(height, width, input));
        }
        return windows;
    }

    private static Shape shape(Shape input, Window window) {
        return new Shape(input.channels(), window.height(), window.width());
    }

    private static Tensor integers(Random random, Shape shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = random.nextInt(7) - 3;
        }
        return tensor;
    }

    private static List<Tensor> changed(Tensor picture, List<Tensor> patches, List<Window> windows) {
        List<Tensor> changed = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Tensor one = new Tensor(picture.shape(), picture.values().clone());
            int area = one.shape().area();
            for (int c = 0; c < one.shape().channels(); c++) {
                float[] map = one.channel(c).values();
                windows.get(i).copy(patches.get(i).channel(c).values(), map, Window.whole(one.shape()));
                System.arraycopy(map, 0, one.values(), c * area, area);
            }
            changed.add(one);
        }
        return changed;
    }
}
