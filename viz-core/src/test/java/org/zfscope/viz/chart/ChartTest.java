package org.zfscope.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.models.image.RgbImage;

class ChartTest {

    @ParameterizedTest
    @EnumSource
    void chartsAreTheSameEveryTimeAndHaveManyColours(Chart chart) {
        RgbImage once = chart.draw(96);
        assertThat(chart.draw(96).pixels()).isEqualTo(once.pixels());
        assertThat(Arrays.stream(once.pixels()).distinct().count()).isGreaterThan(20);
    }

    @Test
    void checkerboardsAreAsBrightAsGrey() {
        RgbImage chart = Chart.CHECKERBOARDS.draw(256);
        double mean = 0;
        for (int y = 0; y < 64; y++) { // the coarsest board, upright
            for (int x = 0; x < 64; x++) {
                mean += RgbImage.luma(chart.pixel(x, y)) / (64.0 * 64);
            }
        }
        assertThat(mean).isBetween(124.0, 131.0);
    }

    @Test
    void gratingsTurnFromColumnToColumn() {
        RgbImage chart = Chart.GRATINGS.draw(384);
        assertThat(chart.pixel(20, 30)).isEqualTo(chart.pixel(20, 40)); // upright bars: the same all the way down
        assertThat(chart.pixel(20, 30)).isNotEqualTo(chart.pixel(28, 30));
        assertThat(chart.pixel(210, 30)).isEqualTo(chart.pixel(220, 30)); // the fourth column lies
    }

    @Test
    void sidesMustBeReasonable() {
        assertThatThrownBy(() -> Chart.SCENE.draw(8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Chart.SCENE.draw(100_000)).hasMessageContaining("8192");
    }
}
