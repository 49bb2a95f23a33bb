package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Theme;

class MapsFigureTest {

    private static final int WHITE = 0xFFFFFF;

    /** Two maps of 2 x 2: one with a value, one that never fires. */
    private static Tensor maps() {
        return new Tensor(new Shape(2, 2, 2), new float[] {0, 1, 2, 4, 0, 0, 0, 0});
    }

    @Test
    void tilesWithoutLabelsStandOnePixelApartAndEveryValueIsASquare() {
        RgbImage plain = MapsFigure.plain(maps(), Contrast.featureMaps()).picture();

        int tile = (plain.width() - 1) / 2;
        assertThat(plain.height()).isEqualTo(tile);
        assertThat(plain.pixel(0, 0)).isZero();
        assertThat(plain.pixel(tile - 1, 0)).isEqualTo(grey(64));
        assertThat(plain.pixel(0, tile - 1)).isEqualTo(grey(128));
        assertThat(plain.pixel(tile - 1, tile - 1)).isEqualTo(WHITE);
        assertThat(plain.pixel(tile, 0)).as("between the tiles").isEqualTo(Theme.LIGHT.gap());
    }

    @Test
    void deadMapsAreMarkedWithAndWithoutLabels() {
        RgbImage plain = MapsFigure.plain(maps(), Contrast.featureMaps()).picture();
        RgbImage labelled = MapsFigure.draw(maps(), Contrast.featureMaps(), "maps", Theme.LIGHT)
                .picture();

        assertThat(count(plain, Theme.LIGHT.mark())).isPositive().isEqualTo(count(labelled, Theme.LIGHT.mark()));
        Tensor alive = new Tensor(new Shape(1, 2, 2), new float[] {0, 0, 0, 1});
        assertThat(count(MapsFigure.plain(alive, Contrast.featureMaps()).picture(), Theme.LIGHT.mark()))
                .isZero();
    }

    @Test
    void aTitleMakesTheFigureHigherAndNothingElse() {
        RgbImage without =
                MapsFigure.draw(maps(), Contrast.featureMaps(), "", Theme.LIGHT).picture();
        RgbImage with = MapsFigure.draw(maps(), Contrast.featureMaps(), "a", Theme.LIGHT)
                .picture();

        assertThat(with.width()).isEqualTo(without.width());
        int title = with.height() - without.height();
        assertThat(title).isPositive();
        int rest = 20 * with.width();
        assertThat(Arrays.copyOfRange(with.pixels(), (title + 8) * with.width(), (title + 8) * with.width() + rest))
                .isEqualTo(Arrays.copyOfRange(without.pixels(), 8 * with.width(), 8 * with.width() + rest));
    }

    @Test
    void unitsOfAVectorAreOneStripOfRowsOrATileEach() {
        Tensor vector = new Tensor(Shape.flat(5), new float[] {0, 1, 2, 3, 4});

        RgbImage strip =
                MapsFigure.draw(vector, Contrast.featureMaps(), "", Theme.LIGHT).picture();
        RgbImage each =
                MapsFigure.each(vector, Contrast.featureMaps(), "", Theme.LIGHT).picture();

        // 3 columns and 2 rows, six pixels a unit, within a margin of eight
        assertThat(strip.width()).isEqualTo(8 + 3 * 6 + 8);
        assertThat(strip.height()).isEqualTo(8 + 2 * 6 + 8);
        assertThat(strip.pixel(8 + 6, 8)).isEqualTo(grey(64));
        assertThat(strip.pixel(8 + 6, 8 + 6)).isEqualTo(WHITE);
        assertThat(strip.pixel(8 + 12, 8 + 6))
                .as("what is left of the last row")
                .isZero();
        assertThat(each.width()).isGreaterThan(strip.width());
    }

    private static int grey(int level) {
        return RgbImage.rgb(level, level, level);
    }

    private static long count(RgbImage picture, int colour) {
        return Arrays.stream(picture.pixels()).filter(p -> p == colour).count();
    }
}
