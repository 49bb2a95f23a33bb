package org.zfscope.viz.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.SharedData;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.Picture;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;

/** What an index tells of layers that were not watched, beside what a scan of them finds. */
class CoverageTest {

    private static final int COUNT = 3;

    private final Path model = SharedData.require("golden/squeezenet-1.1/model.onnx");
    private final Dataset pictures = Dataset.folder(SharedData.require("data/pictures"));
    private Network network;

    @BeforeEach
    void open() {
        network = Models.open(model.toString());
    }

    @AfterEach
    void close() {
        network.close();
    }

    private TopIndex scanned(List<String> layers) {
        TopActivations.Options options = new TopActivations.Options(layers, COUNT, Rank.MAX);
        TopActivations scan = new TopActivations(network, options);
        return new TopIndex(
                Identity.of(network, ModelSource.ofFile(model), options),
                pictures,
                scan.scan(pictures, (done, total, soFar) -> {}));
    }

    @Test
    void whatIsToldIsWhatAScanOfAllLayersFinds() {
        TopIndex told = Coverage.of(network, scanned(TopActivations.usualLayers(network)));
        List<String> all = network.nodes().stream().map(Node::name).toList();
        TopIndex scanned = scanned(all);

        assertThat(told.tops().layers().keySet())
                .contains("conv1", "pool1", "fire9/concat", "pool5", "fire9/expand3x3")
                .doesNotContain("prob");
        for (String layer : told.tops().layers().keySet()) {
            for (int unit = 0; unit < told.layer(layer).units(); unit++) {
                List<Hit> found = scanned.hits(layer, unit);
                List<Hit> hits = told.hits(layer, unit);
                assertThat(hits.stream().map(CoverageTest::without).toList())
                        .as(layer + ":" + unit)
                        .isEqualTo(found.stream()
                                .limit(hits.size())
                                .map(CoverageTest::without)
                                .toList());
                assertThat(found.stream().skip(hits.size()).allMatch(hit -> hit.value() <= 0))
                        .as(layer + ":" + unit + " lacks what is not above zero only")
                        .isTrue();
                assertThat(told.layer(layer).fired(unit))
                        .isEqualTo(scanned.layer(layer).fired(unit));
            }
        }
    }

    private static Object without(Hit hit) {
        return List.of(hit.value(), hit.picture());
    }

    /** Of equal maxima the first window need not be the one that a scan names; but the maximum is there. */
    @Test
    void theMaximumIsWhereItIsSaidToBe() {
        TopIndex told =
                Coverage.of(network, scanned(List.of("relu_conv1", "fire4/relu_expand3x3", "fire4/relu_expand1x1")));
        Set<String> layers = told.tops().layers().keySet().stream().collect(Collectors.toSet());
        assertThat(layers).contains("pool1", "conv1", "fire4/concat", "fire4/expand1x1");
        for (Dataset.Item item : pictures.items()) {
            try (Activations run =
                    network.forward(Picture.read(pictures.file(item), network).input(), Keep.everything())) {
                for (String layer : layers) {
                    for (int unit = 0; unit < told.layer(layer).units(); unit += 7) {
                        for (Hit hit : told.hits(layer, unit)) {
                            if (hit.picture().equals(item)) {
                                assertThat(run.map(layer, 0, unit).at(0, hit.y(), hit.x()))
                                        .as(layer + ":" + unit)
                                        .isCloseTo(hit.value(), org.assertj.core.data.Percentage.withPercentage(0.1));
                            }
                        }
                    }
                }
            }
        }
    }

    @Test
    void anIndexBySumsTellsOfNothingMore(@TempDir Path folder) {
        TopIndex index = scanned(List.of("relu_conv1"));
        Identity bySum = new Identity(
                index.identity().model(),
                index.identity().source(),
                index.identity().preprocessing(),
                index.identity().input(),
                index.identity().layers(),
                COUNT,
                Rank.SUM,
                index.identity().engine());

        assertThat(Coverage.of(network, new TopIndex(bySum, pictures, index.tops()))
                        .tops()
                        .layers())
                .containsOnlyKeys("relu_conv1");
    }
}
