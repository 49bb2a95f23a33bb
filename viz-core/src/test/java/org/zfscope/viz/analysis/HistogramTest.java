package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class HistogramTest {

    private static Tensor maps(int channels, float... values) {
        return new Tensor(new Shape(channels, 1, values.length / channels), values);
    }

    @Test
    void binsGoFromTheSmallestToTheLargestValueAndZerosAreApart() {
        Histogram histogram = Histogram.of(maps(1, 0, 0, 0, 1, 2, 3, 4, 4), 4);

        assertThat(histogram.from()).isZero();
        assertThat(histogram.to()).isEqualTo(4);
        assertThat(histogram.counts()).containsExactly(0L, 1L, 1L, 3L);
        assertThat(histogram.zeros()).isEqualTo(3);
        assertThat(histogram.others()).isEqualTo(5);
        assertThat(histogram.most()).isEqualTo(3);
        assertThat(histogram.mean()).isEqualTo(1.75);
        assertThat(histogram.deviation()).isCloseTo(Math.sqrt(46 / 8.0 - 1.75 * 1.75), within(1e-12));
    }

    @Test
    void mapsAreComparedOverTheRangeOfTheLayerAndAddUpToIt() {
        Tensor maps = maps(2, -2, 0, 1, 6, 6, 5);

        List<Histogram> each = Histogram.ofMaps(maps, 4);
        Histogram all = Histogram.of(maps, 4);

        assertThat(each.get(0).counts()).containsExactly(1L, 1L, 0L, 0L);
        assertThat(each.get(1).counts()).containsExactly(0L, 0L, 0L, 3L);
        for (int bin = 0; bin < 4; bin++) {
            assertThat(each.get(0).counts().get(bin) + each.get(1).counts().get(bin))
                    .isEqualTo(all.counts().get(bin));
        }
    }

    @Test
    void whatIsNoNumberDoesNotCount() {
        Histogram histogram = Histogram.of(maps(1, Float.NaN, Float.POSITIVE_INFINITY, 1, 2), 2);

        assertThat(histogram.to()).isEqualTo(2);
        assertThat(histogram.others()).isEqualTo(2);
        assertThat(histogram.mean()).isEqualTo(1.5);
    }

    @Test
    void aLayerThatIsDeadOrAllAlikeHasARangeToo() {
        assertThat(Histogram.of(maps(1, 0, 0), 3).counts()).containsExactly(0L, 0L, 0L);
        assertThat(Histogram.of(maps(1, 5, 5), 3).counts()).containsExactly(2L, 0L, 0L);
        assertThat(Histogram.of(maps(1, Float.NaN), 3).to()).isEqualTo(1);
    }
}
