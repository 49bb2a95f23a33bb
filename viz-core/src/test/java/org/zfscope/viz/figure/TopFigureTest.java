package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Method;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.HitProjections;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TinyWorld;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.index.Identity;
import org.zfscope.viz.index.TopIndex;
import org.zfscope.viz.index.UnitStatistics;
import org.zfscope.viz.render.Theme;
import org.zfscope.viz.render.Tile;

class TopFigureTest {

    private static final int COUNT = 11;

    private final Network network = TinyWorld.network();
    private final TopIndex index;

    TopFigureTest(@TempDir Path folder) {
        Dataset pictures = TinyWorld.pictures(folder, COUNT);
        TopActivations.Options options = new TopActivations.Options(List.of("relu1", "relu2"), 4, Rank.MAX);
        this.index = new TopIndex(
                Identity.of(network, ModelSource.ofArchitecture("tiny"), options),
                pictures,
                new TopActivations(network, options).scan(pictures, (done, all, soFar) -> {}));
    }

    private List<TopFigure.Block> blocks(String layer) {
        List<TopFigure.Block> blocks = new ArrayList<>();
        try (HitProjections hits = new HitProjections(network, index.dataset(), Rank.MAX, Method.DECONVNET)) {
            new TopLayer(index, layer, hits).blocks(List.of(0, 1, 2), Progress.SILENT, blocks::add);
        }
        return blocks;
    }

    @Test
    void unitsAreSpreadEvenlyOverTheLayer() {
        assertThat(TopFigure.spread(100, 4)).containsExactly(0, 25, 50, 75);
        assertThat(TopFigure.spread(3, 3)).containsExactly(0, 1, 2);
        assertThat(TopFigure.spread(3, 0)).isEmpty();
    }

    @Test
    void aBlockIsProjectionsBesidePatchesInTheSameOrder() {
        TopFigure.Block block = blocks("relu2").get(0);

        Tile tile = new TopFigure(network, "relu2", TopFigure.CONTRAST)
                .tiles(List.of(block), Theme.LIGHT)
                .get(0);

        int field = block.hits().get(0).field().height();
        int half = 2 * field + 1;
        assertThat(tile.picture().width()).isEqualTo(2 * half + 4);
        assertThat(tile.picture().height()).isEqualTo(half);
        for (int i = 0; i < 4; i++) {
            int left = half + 4 + i % 2 * (field + 1);
            int top = i / 2 * (field + 1);
            assertThat(tile.picture().pixel(left + field / 2, top + field / 2))
                    .isEqualTo(Patch.of(block.hits().get(i)).pixel(field / 2, field / 2));
        }
    }

    @Test
    void unitsThatSeeThePictureItselfShowTheirFilterAbove() {
        TopFigure.Block block = blocks("relu1").get(0);

        Tile tile = new TopFigure(network, "relu1", TopFigure.CONTRAST)
                .tiles(List.of(block), Theme.LIGHT)
                .get(0);

        int field = block.hits().get(0).field().height();
        int filter = 3 * 3;
        assertThat(tile.picture().height()).isEqualTo(filter + 4 + 2 * field + 1);
    }

    @Test
    void labelsSayUnitRangeAndTheMostFrequentClass() {
        Hit strong = new Hit(3.14159f, new Dataset.Item("a/1.png", "a"), 0, 0);
        Hit weak = new Hit(0.5f, new Dataset.Item("a/2.png", "a"), 0, 0);

        assertThat(TopFigure.label(new UnitStatistics("l", 7, 2, 9, List.of(strong, weak), Map.of("a", 2))))
                .isEqualTo("7 3.142 - 0.5000\na 2/2");
        assertThat(TopFigure.label(new UnitStatistics("l", 7, 0, 9, List.of(), Map.of())))
                .isEqualTo("7 did not fire");
    }

    @Test
    void unitsWithoutAHitHaveNoBlock() {
        UnitStatistics none = new UnitStatistics("relu2", 0, 0, 9, List.of(), Map.of());

        assertThat(new TopFigure(network, "relu2", TopFigure.CONTRAST)
                        .tiles(List.of(new TopFigure.Block(none, List.of())), Theme.LIGHT))
                .isEmpty();
    }
}
