package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.tensor.Tensor;

/**
 * How often which activations come. Zeros are counted apart, or they would hide everything else after a ReLU. Infinite values
 * and NaN do not count. Maps that are compared have one range.
 *
 * @param from where the first bin begins
 * @param to where the last one ends; always more than {@code from}
 * @param counts by bin, each as wide as the others; a value between two bins belongs to the upper one, the largest to the last
 * @param zeros how many values are exactly zero
 * @param mean of all values, zeros included
 * @param deviation the standard deviation of all values, zeros included
 */
public record Histogram(double from, double to, List<Long> counts, long zeros, double mean, double deviation) {

    public Histogram {
        counts = List.copyOf(counts);
    }

    /**
     * Of all values of a layer.
     *
     * @param maps [channels, height, width]
     * @param bins at least one
     */
    public static Histogram of(Tensor maps, int bins) {
        return of(maps.values(), 0, maps.values().length, edges(maps), bins);
    }

    /** Of each map alone, all over the range of the layer. */
    public static List<Histogram> ofMaps(Tensor maps, int bins) {
        double[] edges = edges(maps);
        int area = maps.shape().area();
        return IntStream.range(0, maps.shape().channels())
                .mapToObj(c -> of(maps.values(), c * area, area, edges, bins))
                .toList();
    }

    /** The smallest and the largest value, apart. */
    private static double[] edges(Tensor maps) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : maps.values()) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double from = low <= high ? low : 0;
        return new double[] {from, high > from ? high : from + 1};
    }

    private static Histogram of(float[] values, int first, int count, double[] edges, int bins) {
        long[] counts = new long[bins];
        long zeros = 0;
        long finite = 0;
        double sum = 0;
        double squares = 0;
        for (int i = first; i < first + count; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                finite++;
                sum += value;
                squares += value * value;
                if (value == 0) {
                    zeros++;
                } else {
                    counts[(int) Math.min(bins - 1.0, (value - edges[0]) / (edges[1] - edges[0]) * bins)]++;
                }
            }
        }
        double mean = finite == 0 ? 0 : sum / finite;
        double variance = finite == 0 ? 0 : Math.max(0, squares / finite - mean * mean);
        List<Long> all = new ArrayList<>();
        for (long c : counts) {
            all.add(c);
        }
        return new Histogram(edges[0], edges[1], all, zeros, mean, Math.sqrt(variance));
    }

    /** How many values are not zero. */
    public long others() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The count of the fullest bin. */
    public long most() {
        return counts.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** How wide a bin is. */
    public double width() {
        return (to - from) / counts.size();
    }
}
