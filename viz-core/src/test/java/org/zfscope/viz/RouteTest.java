package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.deconv.Steps;

/** Where signals go in a network of two blocks, each of three 3x3 convolutions and a pool. */
class RouteTest {

    private static final Steps STEPS = new Steps(ReluRule.DECONVNET, LrnRule.PASS, GateRule.HOLD);
    private static final Shape INPUT = new Shape(2, 64, 64);

    private static Network network() {
        List<Node> nodes = new ArrayList<>();
        for (int block = 1; block <= 2; block++) {
            for (int i = 1; i <= 3; i++) {
                Weights weights = Weights.of(new float[2 * 2 * 9], new float[2], 2, 2, 3, 3);
                append(nodes, "conv" + block + i, new Convolution(weights, Geometry.square(3, 1, 1), 1));
                append(nodes, "relu" + block + i, new Relu());
            }
            append(nodes, "pool" + block, new MaxPool(Geometry.square(2, 2, 0)));
        }
        return new Network("blocks", INPUT, Preprocessing.caffe(Source.DEFAULT), List.of(), nodes);
    }

    private static void append(List<Node> nodes, String name, Layer layer) {
        String from =
                nodes.isEmpty() ? Network.INPUT : nodes.get(nodes.size() - 1).name();
        nodes.add(new Node(name, layer, List.of(from)));
    }

    private static Window at(Network network, String layer, int y, int x) {
        Route route = new Route(network, STEPS, "pool2", List.of(new Place(0, Window.at(y, x))));
        return route.at(layer).get(0).window();
    }

    @Test
    void sizesDoNotDependOnWhereAUnitLies() {
        try (Network network = network()) {
            for (Node node : network.nodes()) {
                Set<List<Integer>> sizes = new HashSet<>();
                for (int i = 0; i < 16; i++) {
                    Window window = at(network, node.name(), i, 15 - i);
                    sizes.add(List.of(window.height(), window.width()));
                    assertThat(Window.whole(network.shape(node.name())).contains(window))
                            .isTrue();
                }
                assertThat(sizes).as(node.name()).hasSize(1);
            }
        }
    }

    /** One layer whose units see 41 x 41 pixels of 64 x 64. */
    private static Window large(Network network, int y, int x) {
        Route route = new Route(network, STEPS, "wide", List.of(new Place(0, Window.at(y, x))));
        return route.at(Network.INPUT).get(0).window();
    }

    @Test
    void largeWindowsHaveThreeSizesEachWay() {
        Weights weights = Weights.of(new float[2 * 41 * 41], new float[1], 1, 2, 41, 41);
        Node node = new Node("wide", new Convolution(weights, Geometry.square(41, 1, 20), 1), List.of(Network.INPUT));
        try (Network network =
                new Network("wide", INPUT, Preprocessing.caffe(Source.DEFAULT), List.of(), List.of(node))) {
            assertThat(large(network, 32, 32)).isEqualTo(new Window(12, 12, 41, 41));
            assertThat(large(network, 0, 32)).isEqualTo(new Window(0, 12, 26, 41));
            assertThat(large(network, 63, 10)).isEqualTo(new Window(38, 0, 26, 34));
            for (int i = 0; i < 64; i++) {
                Window seen = new Window(i - 20, i - 20, 41, 41).clip(INPUT);
                assertThat(large(network, i, i).contains(seen)).as("unit " + i).isTrue();
            }
        }
    }

    @Test
    void layersThatKeepTheirMapsSidesShareAWindow() {
        try (Network network = network()) {
            Window lowest = at(network, Network.INPUT, 8, 8);
            // 2 below pool2, 8 below conv21, 16 below pool1, 22 pixels below conv11
            assertThat(lowest).isEqualTo(new Window(23, 23, 22, 22));
            assertThat(at(network, "relu13", 8, 8)).isEqualTo(lowest);
            assertThat(at(network, "conv12", 8, 8)).isEqualTo(lowest);
        }
    }

    @Test
    void smallWindowsStayAsSmallAsTheyMayBe() {
        try (Network network = network()) {
            assertThat(at(network, "relu23", 8, 8)).isEqualTo(new Window(16, 16, 2, 2));
            assertThat(at(network, "conv22", 8, 8)).isEqualTo(new Window(15, 15, 4, 4));
        }
    }
}
