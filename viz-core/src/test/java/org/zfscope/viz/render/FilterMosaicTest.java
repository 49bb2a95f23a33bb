package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Geometry;

class FilterMosaicTest {

    private static final MosaicStyle PLAIN = MosaicStyle.standard().withZoom(1);
    private static final MosaicStyle CAFFE = MosaicStyle.caffe();

    private static FilterWeights random(int filters, int channels, int side) {
        Random random = new Random(1);
        float[] weights = new float[filters * channels * side * side];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return new FilterWeights(weights, filters, channels, side, side);
    }

    private static RgbImage draw(FilterWeights filters, MosaicStyle style) {
        return FilterMosaic.draw(filters, Channels.RGB, Contrast.weights(), style);
    }

    @Test
    void caffesExampleNetworkGivesTheSizesOfItsFigure() {
        assertThat(draw(random(32, 3, 5), CAFFE))
                .extracting(RgbImage::width, RgbImage::height)
                .containsExactly(36, 36);
        assertThat(draw(random(32, 32, 5), CAFFE))
                .extracting(RgbImage::width, RgbImage::height)
                .containsExactly(192, 192);
    }

    @Test
    void threeChannelsAreColoursInTheOrderOfTheNetwork() {
        FilterWeights one = new FilterWeights(new float[] {0, 1, 4}, 1, 3, 1, 1); // 0, 64, 255
        assertThat(draw(one, PLAIN).pixels()).containsExactly(RgbImage.rgb(0, 64, 255));
        assertThat(FilterMosaic.draw(one, Channels.BGR, Contrast.weights(), PLAIN)
                        .pixels())
                .containsExactly(RgbImage.rgb(255, 64, 0));
    }

    @Test
    void otherFiltersAreAGreyTileAPairWithOutputsAsRows() {
        // 2 filters of 4 channels: weight = 10 * output + input, of 0 to 13 in all
        FilterWeights filters = new FilterWeights(new float[] {0, 1, 2, 3, 10, 11, 12, 13}, 2, 4, 1, 1);
        RgbImage drawn = draw(filters, PLAIN.withGap(0));
        assertThat(drawn.width()).isEqualTo(4);
        assertThat(java.util.Arrays.stream(drawn.pixels()).map(RgbImage::green))
                .containsExactly(0, 20, 39, 59, 196, 216, 235, 255);
    }

    @Test
    void oneChannelGivesASquareOfGreyTiles() {
        assertThat(draw(random(9, 1, 3), PLAIN))
                .extracting(RgbImage::width, RgbImage::height)
                .containsExactly(11, 11);
    }

    @Test
    void scaleIsGlobalPerFilterOrPerTile() {
        FilterWeights filters = new FilterWeights(new float[] {0, 2, 0, 4, 0, 6, 0, 8}, 2, 2, 1, 2);
        assertThat(bright(filters, Scale.Shared.LAYER)).containsExactly(64, 128, 191, 255);
        assertThat(bright(filters, Scale.Shared.MAP)).containsExactly(128, 255, 191, 255);
        assertThat(bright(filters, Scale.Shared.TILE)).containsExactly(255, 255, 255, 255);
    }

    private static int[] bright(FilterWeights filters, Scale scale) {
        RgbImage drawn =
                FilterMosaic.draw(filters, Channels.RGB, Contrast.weights().withScale(scale), PLAIN.withGap(0));
        return new int[] {
            drawn.pixel(1, 0) & 0xFF, drawn.pixel(3, 0) & 0xFF, drawn.pixel(1, 1) & 0xFF, drawn.pixel(3, 1) & 0xFF
        };
    }

    @Test
    void blankTilesAreNotTheColourOfTheSmallestWeight() {
        RgbImage drawn = draw(random(2, 3, 1), CAFFE);
        assertThat(drawn.pixel(0, 2)).isEqualTo(CAFFE.theme().blank()).isNotEqualTo(0);
    }

    @Test
    void weightsStayAsTheyAre() {
        FilterWeights filters = random(4, 3, 3);
        float[] before = filters.weights().clone();
        for (Scale scale : Scale.Shared.values()) {
            FilterMosaic.draw(
                    filters, Channels.RGB, Contrast.weights().withScale(scale).withClip(0.1), PLAIN);
        }
        assertThat(filters.weights()).containsExactly(before);
    }

    @Test
    void layersWeightsAreCopied() {
        float[] values = {-1, 0, 1, 2, 3, 4};
        try (Weights weights = Weights.of(values, new float[2], 2, 3, 1, 1)) {
            FilterWeights filters = FilterWeights.of(new Convolution(weights, Geometry.square(1, 1, 0), 1));
            assertThat(filters.weights()).containsExactly(values);
            draw(filters, PLAIN);
            filters.weights()[0] = 99;
            assertThat(weights.values()[0]).isEqualTo(-1);
        }
    }

    @Test
    void largeLayersCanBeDrawn() {
        RgbImage drawn = draw(random(512, 512, 3), MosaicStyle.standard());
        assertThat(drawn).extracting(RgbImage::width, RgbImage::height).containsExactly(2047, 2047);
    }

    @Test
    void tooLargeLayersSayWhatToDoAndSomeUnitsHelp() {
        FilterWeights filters = new FilterWeights(new float[2048 * 2048], 2048, 2048, 1, 1);
        MosaicStyle style = PLAIN.withZoom(4);
        assertThatThrownBy(() -> draw(filters, style))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2048 filters of 2048 channels")
                .hasMessageContaining("choose fewer units");
        assertThat(draw(filters.only(List.of(7, 3)), style).height()).isEqualTo(9);
    }

    @Test
    void chosenUnitsComeInTheOrderGiven() {
        FilterWeights filters = new FilterWeights(new float[] {1, 2, 3, 4, 5, 6}, 3, 2, 1, 1);
        assertThat(filters.only(List.of(2, 0)).weights()).containsExactly(5, 6, 1, 2);
    }
}
