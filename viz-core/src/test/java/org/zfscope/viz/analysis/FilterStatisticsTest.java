package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zfscope.models.layer.FilterWeights;

class FilterStatisticsTest {

    private static final int SIDE = 8;

    /** One channel; each filter a wave of so many cycles across, of an amplitude. */
    private static FilterWeights waves(double[] cycles, double[] amplitudes) {
        float[] weights = new float[cycles.length * SIDE * SIDE];
        for (int i = 0; i < weights.length; i++) {
            int filter = i / (SIDE * SIDE);
            weights[i] = (float) (amplitudes[filter] * Math.cos(2 * Math.PI * cycles[filter] * (i % SIDE) / SIDE));
        }
        return new FilterWeights(weights, cycles.length, 1, SIDE, SIDE);
    }

    @Test
    void wavesFallIntoTheBandOfTheirFrequency() {
        FilterStatistics low = FilterStatistics.of(waves(new double[] {0, 0.5}, new double[] {1, 1}));
        FilterStatistics mid = FilterStatistics.of(waves(new double[] {2, 2}, new double[] {1, 1}));
        FilterStatistics high = FilterStatistics.of(waves(new double[] {4, 4}, new double[] {1, 1}));
        assertThat(low.low()).isGreaterThan(0.8);
        assertThat(mid.mid()).isGreaterThan(0.8);
        assertThat(high.high()).isGreaterThan(0.8);
        assertThat(mid.low() + mid.mid() + mid.high()).isEqualTo(1, within(1e-9));
    }

    @Test
    void rmsIsThatOfTheWeights() {
        FilterStatistics s = FilterStatistics.of(waves(new double[] {2, 2, 2}, new double[] {1, 3, 2}));
        assertThat(s.maxRms()).isEqualTo(3 / Math.sqrt(2), within(1e-6));
        assertThat(s.medianRms()).isEqualTo(2 / Math.sqrt(2), within(1e-6));
        assertThat(s.dead()).isEmpty();
    }

    @Test
    void filtersWithNextToNoWeightAreDeadButNotBesideOneThatDominates() {
        double[] cycles = new double[8];
        Arrays.fill(cycles, 2);
        double[] amplitudes = {1, 1, 0, 1, 1, 0.001, 1, 1000};
        assertThat(FilterStatistics.of(waves(cycles, amplitudes)).dead()).containsExactly(2, 5);
    }

    @Test
    void filtersThatAreAllZeroAreAllDead() {
        FilterWeights zero = new FilterWeights(new float[2 * 3 * 9], 2, 3, 3, 3);
        FilterStatistics s = FilterStatistics.of(zero);
        assertThat(s.dead()).containsExactly(0, 1);
        assertThat(s.low() + s.mid() + s.high()).isZero();
    }
}
