package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;

class TileSizeTest {

    private static final RgbImage TILE = new RgbImage(40, 20, new int[800]);

    @Test
    void aTileThatFitsStaysAsItIs() {
        assertThat(new TileSize(10, 16_000).fitting(TILE)).isSameAs(TILE);
    }

    @Test
    void otherTilesKeepTheirProportions() {
        RgbImage small = new TileSize(100, 10_000).fitting(TILE);

        assertThat(small.width()).isEqualTo(10);
        assertThat(small.height()).isEqualTo(5);
    }

    @Test
    void noTileVanishes() {
        RgbImage least = new TileSize(1_000_000, 1000).fitting(TILE);

        assertThat(least.width()).isEqualTo(1);
        assertThat(least.height()).isEqualTo(1);
    }
}
