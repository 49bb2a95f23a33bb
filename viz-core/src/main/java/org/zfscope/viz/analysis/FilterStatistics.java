package org.zfscope.viz.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.layer.FilterWeights;

/**
 * The health of a convolution's filters, in numbers for what [Zeiler2014 fig. 6] shows: few filters that dominate, dead
 * ones, and a first layer of very high and very low frequencies without the middle.
 *
 * @param rms root mean square of each filter's weights
 * @param dead filters with an RMS below {@value #DEAD} of the upper quartile's
 * @param low part of the energy below a third of the highest frequency (1/6 cycle a pixel), the mean level included
 * @param mid part from there to two thirds
 * @param high part from there on, the corners of the spectrum included; the three add up to 1
 */
public record FilterStatistics(List<Double> rms, List<Integer> dead, double low, double mid, double high) {

    /** Relative to the upper quartile: a filter that dominates the others does not make them dead. */
    static final double DEAD = 0.01;

    /** In each direction; filters have fewer pixels. */
    private static final int FREQUENCIES = 16;

    private static final double THIRD = 0.5 / 3;

    public FilterStatistics {
        rms = List.copyOf(rms);
        dead = List.copyOf(dead);
    }

    /** Measures all filters. Spectra are those of each channel's kernel, their energies added up. */
    public static FilterStatistics of(FilterWeights filters) {
        int area = filters.height() * filters.width();
        int each = filters.channels() * area;
        double[] rms = IntStream.range(0, filters.filters())
                .mapToDouble(f -> rms(filters.weights(), f * each, each))
                .toArray();
        double limit = DEAD * quantile(rms, 0.75);
        List<Integer> dead = IntStream.range(0, rms.length)
                .filter(f -> !(rms[f] > limit))
                .boxed()
                .toList();
        double[] bands = bands(filters);
        double all = Math.max(Double.MIN_NORMAL, Arrays.stream(bands).sum());
        return new FilterStatistics(
                Arrays.stream(rms).boxed().toList(), dead, bands[0] / all, bands[1] / all, bands[2] / all);
    }

    /** Energies of the three bands. */
    private static double[] bands(FilterWeights filters) {
        int area = filters.height() * filters.width();
        int rows = Math.max(FREQUENCIES, filters.height());
        int columns = Math.max(FREQUENCIES, filters.width());
        return IntStream.range(0, filters.filters() * filters.channels())
                .parallel()
                .mapToObj(kernel -> Spectrum.padded(
                        filters.weights(), kernel * area, filters.height(), filters.width(), rows, columns))
                .map(spectrum -> new double[] {
                    spectrum.between(0, THIRD),
                    spectrum.between(THIRD, 2 * THIRD),
                    spectrum.between(2 * THIRD, Double.POSITIVE_INFINITY)
                })
                .reduce(new double[3], (a, b) -> new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
    }

    private static double rms(float[] weights, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += (double) weights[i] * weights[i];
        }
        return Math.sqrt(sum / count);
    }

    private static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }

    public double maxRms() {
        return rms.stream().mapToDouble(r -> r).max().orElse(0);
    }

    public double medianRms() {
        return quantile(rms.stream().mapToDouble(r -> r).toArray(), 0.5);
    }
}
