package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveForward;
import org.zfscope.models.naive.NaivePools;
import org.zfscope.models.random.RandomNetworks;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Tensor;

/** The way forward of random networks against plain loops. */
class NaiveForwardTest {

    private static final int PICTURES = 3;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLayerGivesWhatPlainLoopsGive(long seed) {
        Network network = RandomNetworks.of(seed);
        try (Activations run = network.forward(pictures(seed, network), Keep.everything())) {
            for (int i = 0; i < PICTURES; i++) {
                for (Node node : network.nodes()) {
                    Grid expected = NaiveForward.of(node.layer(), inputs(run, node, i));
                    assertAlike(node.name(), run.maps(node.name(), i), expected);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void switchesPointAtTheFirstOfTheStrongest(long seed) {
        Network network = RandomNetworks.of(seed);
        try (Activations run = network.forward(pictures(seed, network), Keep.everything())) {
            for (Node node : network.nodes()) {
                if (node.layer() instanceof MaxPool pool) {
                    Switches switches = run.record(node.name()).switches();
                    for (int i = 0; i < PICTURES; i++) {
                        Grid in = inputs(run, node, i).get(0);
                        assertSwitches(
                                switches,
                                i,
                                NaivePools.strongest(pool, in),
                                in.shape().area());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void outputsAreTheSameWhereOnlySomeAreKept(long seed) {
        Network network = RandomNetworks.of(seed);
        List<Tensor> pictures = pictures(seed, network);
        String middle = network.nodes().get(network.nodes().size() / 2).name();
        String last = network.output().name();
        try (Activations all = network.forward(pictures, Keep.everything());
                Activations some = network.forward(pictures, Keep.only(middle, last))) {
            assertThat(some.maps(middle, 1)).isEqualTo(all.maps(middle, 1));
            assertThat(some.maps(last, 1)).isEqualTo(all.maps(last, 1));
        }
    }

    @Test
    void everyKindOfLayerIsInSomeOfTheNetworks() {
        Set<Class<?>> seen = new HashSet<>();
        seeds().forEach(seed -> RandomNetworks.of(seed)
                .nodes()
                .forEach(node -> seen.add(node.layer().getClass())));

        assertThat(seen).containsExactlyInAnyOrder(Layer.class.getPermittedSubclasses());
    }

    private static List<Tensor> pictures(long seed, Network network) {
        return RandomTensors.pictures(new Random(seed), network.input(), PICTURES);
    }

    private static List<Grid> inputs(Activations run, Node node, int picture) {
        return node.inputs().stream()
                .map(name -> Grid.of(run.maps(name, picture)))
                .toList();
    }

    private static void assertAlike(String what, Tensor actual, Grid expected) {
        assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
        assertThat(Grid.of(actual).distance(expected)).as(what).isLessThanOrEqualTo(1e-5 * expected.maxAbs() + 1e-7);
    }

    /** Switches count within one map, the naive ones over all maps of the picture. */
    private static void assertSwitches(Switches switches, int picture, int[] expected, int inputArea) {
        int area = switches.pooled().area();
        for (int i = 0; i < expected.length; i++) {
            int within = i % area;
            int width = switches.pooled().width();
            int actual = switches.at(picture, i / area, within / width, within % width);
            assertThat(actual).isEqualTo(expected[i] % inputArea);
        }
    }
}
