package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Tensor;

class EvolutionScanTest {

    private final Network network = TinyWorld.network();
    private final Path folder;
    private final Dataset pictures;

    EvolutionScanTest(@TempDir Path folder) {
        this.folder = folder;
        this.pictures = TinyWorld.pictures(folder, 6);
    }

    private EvolutionScan.Result scan(EvolutionScan.Options options, Progress progress) {
        EvolutionScan scan = new EvolutionScan(network, pictures, 2, options, progress);
        scan.take(1, network);
        scan.take(4, ShuffledWeights.of(network, 1));
        return scan.result();
    }

    @Test
    void everyReluIsWatchedUnlessLayersAreNamed() {
        assertThat(scan(new EvolutionScan.Options(List.of(), 1, 1), Progress.SILENT)
                        .layers())
                .extracting(layer -> layer.features().layer())
                .containsExactly("relu1", "relu2", "relu3");
        assertThat(scan(new EvolutionScan.Options(List.of("conv2"), 1, 1), Progress.SILENT)
                        .layers())
                .extracting(layer -> layer.features().layer())
                .containsExactly("conv2");
    }

    @Test
    void eachCheckpointHasItsStrongestPicturesAndTheirProjections() {
        EvolutionScan.Result result = scan(new EvolutionScan.Options(List.of("relu2"), 3, 5), Progress.SILENT);

        LayerEvolution layer = result.layers().get(0);
        assertThat(layer.features().epochs()).containsExactly(1, 4);
        assertThat(layer.features().maps()).isEqualTo(10);
        assertThat(layer.maps()).hasSize(3).isSorted();
        assertThat(layer.projections()).hasSize(2).allSatisfy(some -> assertThat(some)
                .hasSize(3));
        LayerTops tops = strongest();
        assertThat(layer.features().found().get(0).get(7))
                .isEqualTo(tops.hits(7).get(0));
        Tensor first = layer.projections().get(0).get(0);
        Tensor second = layer.projections().get(1).get(0);
        assertThat(first).isNotEqualTo(second);
        assertThat(result.pictures()).isEqualTo(6);
    }

    private LayerTops strongest() {
        return new TopActivations(network, new TopActivations.Options(List.of("relu2"), 1, Rank.MAX))
                .scan(pictures, (done, total, soFar) -> {})
                .layers()
                .getOrDefault("relu2", new LayerTops(0, 1));
    }

    @Test
    void theSameSeedDrawsTheSameMaps() {
        List<Integer> one = maps(1);

        assertThat(maps(1)).isEqualTo(one);
        assertThat(List.of(maps(2), maps(3), maps(4))).anyMatch(other -> !other.equals(one));
    }

    private List<Integer> maps(long seed) {
        return scan(new EvolutionScan.Options(List.of("relu2"), 4, seed), Progress.SILENT)
                .layers()
                .get(0)
                .maps();
    }

    @Test
    void progressCountsThePicturesOfAllCheckpoints() {
        List<Long> done = new ArrayList<>();

        scan(new EvolutionScan.Options(List.of("relu1"), 1, 1), (now, total) -> {
            assertThat(total).isEqualTo(12);
            done.add(now);
        });

        assertThat(done).isSorted().endsWith(12L);
    }

    @Test
    void aFolderOfBrokenPicturesIsSaid() throws Exception {
        for (Dataset.Item item : pictures.items()) {
            Files.writeString(pictures.file(item), "no picture");
        }

        assertThatThrownBy(() -> scan(new EvolutionScan.Options(List.of("relu1"), 1, 1), Progress.SILENT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("has no picture that can be read");
    }
}
