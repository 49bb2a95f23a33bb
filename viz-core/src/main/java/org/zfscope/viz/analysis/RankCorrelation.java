package org.zfscope.viz.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.tensor.Tensor;

/**
 * Spearman's rank correlation, the sanity score of an explanation beside its control through random weights [Adebayo2018]:
 * near 0, the two are strong at different pixels; near 1, what is seen owes little to what the network has learned.
 */
public final class RankCorrelation {

    private RankCorrelation() {}

    /** Of how strong values are, whatever their sign; equals share the mean of their ranks. NaN where all are equal. */
    public static double ofStrengths(Tensor a, Tensor b) {
        double[] ranksA = ranks(strengths(a));
        double[] ranksB = ranks(strengths(b));
        double mean = (ranksA.length - 1) / 2.0;
        double both = 0;
        double onlyA = 0;
        double onlyB = 0;
        for (int i = 0; i < ranksA.length; i++) {
            both += (ranksA[i] - mean) * (ranksB[i] - mean);
            onlyA += (ranksA[i] - mean) * (ranksA[i] - mean);
            onlyB += (ranksB[i] - mean) * (ranksB[i] - mean);
        }
        return both / Math.sqrt(onlyA * onlyB);
    }

    /** Of each pixel over its channels. */
    private static double[] strengths(Tensor tensor) {
        double[] strengths = new double[tensor.shape().area()];
        for (int i = 0; i < tensor.values().length; i++) {
            strengths[i % strengths.length] += Math.abs(tensor.values()[i]);
        }
        return strengths;
    }

    static double[] ranks(double... values) {
        List<Integer> order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toList();
        double[] ranks = new double[values.length];
        int first = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[order.get(i)] != values[order.get(first)]) {
                for (int k = first; k < i; k++) {
                    ranks[order.get(k)] = (first + i - 1) / 2.0;
                }
                first = i;
            }
        }
        return ranks;
    }
}
