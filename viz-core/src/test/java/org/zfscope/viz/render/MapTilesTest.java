package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class MapTilesTest {

    private static final Tensor MAPS = new Tensor(new Shape(3, 1, 2), new float[] {0, 1, 0, -1, 0, 0});

    @Test
    void aMapThatIsNowherePositiveIsDead() {
        assertThat(MapTiles.of(MAPS, Contrast.featureMaps()))
                .extracting(Tile::dead)
                .containsExactly(false, true, true);
    }

    @Test
    void aSignalIsDeadOnlyWhereItIsZero() {
        assertThat(MapTiles.of(MAPS, Contrast.projections()))
                .extracting(Tile::dead)
                .containsExactly(false, false, true);
    }
}
