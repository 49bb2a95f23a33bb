package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class HeatmapTest {

    private static Tensor row(float... values) {
        return new Tensor(new Shape(1, 1, values.length), values);
    }

    /** Relative luminance of sRGB (IEC 61966-2-1), as the lightness L* of CIE 1976. */
    private static double lightness(int colour) {
        double y = 0.2126 * linear(RgbImage.red(colour))
                + 0.7152 * linear(RgbImage.green(colour))
                + 0.0722 * linear(RgbImage.blue(colour));
        return 116 * Math.cbrt(y) - 16;
    }

    private static double linear(int level) {
        double c = level / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    @Test
    void sequentialColoursGrowLighterEvenly() {
        double first = lightness(ColourMap.SEQUENTIAL.colour(0));
        double last = lightness(ColourMap.SEQUENTIAL.colour(1));
        for (int i = 0; i <= 100; i++) {
            double even = first + (last - first) * i / 100;
            assertThat(lightness(ColourMap.SEQUENTIAL.colour(i / 100.0))).isBetween(even - 3, even + 3);
        }
    }

    @Test
    void divergingColoursAreAsLightOnBothSides() {
        for (double d = 0; d <= 0.5; d += 0.05) {
            double left = lightness(ColourMap.DIVERGING.colour(0.5 - d));
            assertThat(lightness(ColourMap.DIVERGING.colour(0.5 + d))).isBetween(left - 3, left + 3);
        }
    }

    @Test
    void endsAndMiddleAreTheGivenColours() {
        assertThat(Heatmap.sequential(row(2, 4)).draw(row(2, 4, 9)).pixels())
                .containsExactly(0x440154, 0xFDE725, 0xFDE725);
        assertThat(Heatmap.diverging(row(-1, 4)).draw(row(-4, 0, 4)).pixels())
                .containsExactly(0x1F4E8C, 0xF4F4F4, 0x96312B);
    }

    @Test
    void nanIsMagentaAndOneValueIsNoDivisionByZero() {
        assertThat(Heatmap.sequential(row(1, 1)).draw(row(1, Float.NaN)).pixels())
                .containsExactly(ColourMap.SEQUENTIAL.colour(0.5), 0xFF00FF);
    }

    @Test
    void keyRunsFromTheFirstColourToTheLastOverItsNumbers() {
        RgbImage key = new Heatmap(ColourMap.SEQUENTIAL, new Range(0, 1.25e-7))
                .key(60, Theme.LIGHT)
                .picture();
        assertThat(key.pixel(0, 0)).isEqualTo(0x440154);
        assertThat(key.pixel(59, 11)).isEqualTo(0xFDE725);
        Text high = new Text(List.of("1.25E-7"), 1);
        Canvas expected = new Canvas(60, 9, Theme.LIGHT.paper());
        new Text(List.of("0"), 1).draw(expected, 0, 0, Theme.LIGHT.ink());
        high.draw(expected, 60 - high.width(), 0, Theme.LIGHT.ink());
        assertThat(AsciiArt.rows(key, 14, 23, Theme.LIGHT.ink()))
                .isEqualTo(AsciiArt.of(expected.drawing().picture(), Theme.LIGHT.ink()));
    }

    @Test
    void onlyOneChannelCanBeDrawn() {
        Tensor two = Tensor.zeros(new Shape(2, 1, 1));
        assertThatThrownBy(() -> Heatmap.sequential(row(1)).draw(two)).hasMessageContaining("one channel");
    }
}
