package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Tile;

class FilterTilesTest {

    @Test
    void filtersOfThreeChannelsAreOneColourTileEachInTheOrderOfThePictures() {
        // two filters of one pixel: blue, green, red of 0 to 2
        FilterWeights filters = new FilterWeights(new float[] {0, 1, 2, 2, 0, 0}, 2, 3, 1, 1);

        List<Tile> bgr = FilterTiles.of(filters, Channels.BGR, Contrast.weights());

        assertThat(bgr).extracting(Tile::label).containsExactly("0", "1");
        assertThat(bgr.get(0).picture().pixels()).containsExactly(0xFF8000);
        assertThat(bgr.get(1).picture().pixels()).containsExactly(0x0000FF);
        assertThat(FilterTiles.of(filters, Channels.RGB, Contrast.weights())
                        .get(0)
                        .picture()
                        .pixels())
                .containsExactly(0x0080FF);
    }

    @Test
    void otherFiltersAreASquareOfTheirChannelsOnePixelApart() {
        FilterWeights filters = new FilterWeights(new float[] {0, 1, 2, 3}, 1, 4, 1, 1);

        Tile tile = FilterTiles.of(filters, Channels.RGB, Contrast.weights()).get(0);

        assertThat(tile.picture().width()).isEqualTo(3);
        assertThat(tile.picture().pixel(0, 0)).isZero();
        assertThat(tile.picture().pixel(2, 0)).isEqualTo(0x555555);
        assertThat(tile.picture().pixel(0, 2)).isEqualTo(0xAAAAAA);
        assertThat(tile.picture().pixel(2, 2)).isEqualTo(0xFFFFFF);
    }
}
