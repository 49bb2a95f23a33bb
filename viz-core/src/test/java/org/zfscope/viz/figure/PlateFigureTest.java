package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Theme;

class PlateFigureTest {

    private static PlateFigure.Row row(int field) {
        int[] green = new int[field * field];
        Arrays.fill(green, 0x00FF00);
        Tensor projection = RandomTensors.picture(new Random(field), new Shape(3, field, field));
        return new PlateFigure.Row("conv:" + field, new RgbImage(field, field, green), List.of(projection, projection));
    }

    private static PlateFigure plate(Palette palette, int... fields) {
        List<PlateFigure.Row> rows =
                Arrays.stream(fields).mapToObj(PlateFigureTest::row).toList();
        return new PlateFigure(rows, List.of("deconvnet", "guided"), Channels.RGB, palette, 64);
    }

    private static long green(Drawing drawing) {
        return Arrays.stream(drawing.picture().pixels())
                .filter(p -> p == 0x00FF00)
                .count();
    }

    @Test
    void patchesAreEnlargedAsFarAsTheirTileGoesAndNoneIsShrunk() {
        assertThat(green(plate(Palette.COLOUR, 7).draw("", "", Theme.LIGHT))).isEqualTo(63 * 63);
        assertThat(green(plate(Palette.COLOUR, 7, 20).draw("", "", Theme.LIGHT)))
                .isEqualTo(63 * 63 + 60 * 60);
        assertThat(green(plate(Palette.COLOUR, 7, 80).draw("", "", Theme.LIGHT)))
                .isEqualTo(77 * 77 + 80 * 80);
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void everyPaletteHasAScaleWhoseMiddleOrBeginningIsZero(Palette palette) {
        Tensor projection = RandomTensors.picture(new Random(1), new Shape(3, 9, 9));
        double zero = palette.scale(projection).range().position(0);
        assertThat(zero).isEqualTo(palette == Palette.VIRIDIS ? 0 : 0.5);
        assertThat(palette.picture(projection, Channels.RGB).width()).isEqualTo(9);
    }

    @Test
    void zeroIsGreyWhiteOrDark() {
        assertThat(Palette.COLOUR.zero()).isEqualTo(0x808080);
        assertThat(Palette.GREY.zero()).isEqualTo(0x808080);
        assertThat(Palette.DIVERGING.zero()).isEqualTo(0xF4F4F4);
        assertThat(Palette.VIRIDIS.zero()).isEqualTo(0x440154);
    }

    @Test
    void aCaptionStandsBelowAndMakesNothingElseDifferent() {
        Drawing without = plate(Palette.GREY, 8).draw("title", "", Theme.LIGHT);
        Drawing with = plate(Palette.GREY, 8).draw("title", "What is seen.", Theme.LIGHT);
        assertThat(with.width()).isEqualTo(without.width());
        assertThat(with.height()).isGreaterThan(without.height());
        assertThat(Arrays.copyOf(with.picture().pixels(), without.width() * without.height()))
                .isEqualTo(without.picture().pixels());
    }
}
