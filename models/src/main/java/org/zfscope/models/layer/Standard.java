package org.zfscope.models.layer;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.zfscope.models.tensor.Tensor;

/**
 * Values less their mean, over their deviation, in groups of values that are normalised together.
 *
 * @param mean of each group
 * @param inverse of each group's deviation
 * @param group of the value at an index
 */
record Standard(double[] mean, double[] inverse, IntUnaryOperator group) {

    /** Finds mean and deviation; all groups are equally large. */
    static Standard of(Tensor x, int groups, IntUnaryOperator group, double epsilon) {
        float[] values = x.values();
        double each = (double) values.length / groups;
        double[] mean = new double[groups];
        for (int i = 0; i < values.length; i++) {
            mean[group.applyAsInt(i)] += values[i] / each;
        }
        double[] variance = new double[groups];
        for (int i = 0; i < values.length; i++) {
            double less = values[i] - mean[group.applyAsInt(i)];
            variance[group.applyAsInt(i)] += less * less / each;
        }
        return new Standard(
                mean,
                Arrays.stream(variance).map(v -> 1 / Math.sqrt(v + epsilon)).toArray(),
                group);
    }

    private double at(Tensor x, int i) {
        int own = group.applyAsInt(i);
        return (x.values()[i] - mean[own]) * inverse[own];
    }

    Tensor normalised(Tensor x, float[] scale, float[] shift) {
        int area = x.shape().area();
        float[] out = new float[x.shape().size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (scale[i / area] * at(x, i) + shift[i / area]);
        }
        return new Tensor(x.shape(), out);
    }

    Tensor derivative(Tensor x, Tensor signal, float[] scale) {
        int area = x.shape().area();
        float[] out = new float[x.shape().size()];
        double each = (double) out.length / mean.length;
        double[] sum = new double[mean.length]; // means of g, and of g * n
        double[] product = new double[mean.length];
        for (int i = 0; i < out.length; i++) {
            double g = scale[i / area] * signal.values()[i] / each;
            sum[group.applyAsInt(i)] += g;
            product[group.applyAsInt(i)] += g * at(x, i);
        }
        for (int i = 0; i < out.length; i++) {
            int own = group.applyAsInt(i);
            double g = scale[i / area] * signal.values()[i];
            out[i] = (float) ((g - sum[own] - at(x, i) * product[own]) * inverse[own]);
        }
        return new Tensor(x.shape(), out);
    }

    Tensor held(Tensor signal, float[] scale) {
        int area = signal.shape().area();
        float[] out = new float[signal.shape().size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (scale[i / area] * signal.values()[i] * inverse[group.applyAsInt(i)]);
        }
        return new Tensor(signal.shape(), out);
    }
}
