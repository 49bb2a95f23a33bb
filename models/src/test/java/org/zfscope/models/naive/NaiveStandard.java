package org.zfscope.models.naive;

import java.util.function.IntBinaryOperator;
import org.zfscope.models.layer.GroupNorm;
import org.zfscope.models.layer.LayerNorm;
import org.zfscope.models.layer.Standardising;
import org.zfscope.models.tensor.Shape;

/**
 * Normalisation over the picture itself: which values belong together, and the formulas, value by value.
 *
 * @param set the number of the set that value (channel, position) belongs to
 */
public record NaiveStandard(IntBinaryOperator set, float[] scale, float[] shift, double epsilon) {

    public static NaiveStandard of(Standardising layer, Grid x) {
        if (layer instanceof GroupNorm norm) {
            int channels = x.shape().channels() / norm.groups();
            return new NaiveStandard(
                    (channel, position) -> channel / channels, norm.scale(), norm.shift(), norm.epsilon());
        }
        LayerNorm norm = (LayerNorm) layer;
        return new NaiveStandard((channel, position) -> position, norm.scale(), norm.shift(), norm.epsilon());
    }

    public Grid normalised(Grid x) {
        Grid out = Grid.zeros(x.shape());
        for (int i = 0; i < x.values().length; i++) {
            int channel = i / x.shape().area();
            out.values()[i] = scale[channel] * (x.values()[i] - mean(x, i)) / deviation(x, i) + shift[channel];
        }
        return out;
    }

    /** below(i) = sum over j of R(j) scale(j) ([i = j] - 1/n - n(i) n(j) / n) / deviation, over the j of i's set. */
    public Grid derivative(Grid x, Grid signal) {
        Grid below = Grid.zeros(x.shape());
        for (int i = 0; i < x.values().length; i++) {
            double mean = mean(x, i);
            double deviation = deviation(x, i);
            double own = (x.values()[i] - mean) / deviation;
            double count = count(x.shape(), i);
            for (int j = 0; j < x.values().length; j++) {
                if (together(x.shape(), i, j)) {
                    double other = (x.values()[j] - mean) / deviation;
                    double slope = ((i == j ? 1 : 0) - 1 / count - own * other / count) / deviation;
                    below.values()[i] +=
                            signal.values()[j] * scale[j / x.shape().area()] * slope;
                }
            }
        }
        return below;
    }

    public Grid held(Grid x, Grid signal) {
        Grid below = Grid.zeros(x.shape());
        for (int i = 0; i < x.values().length; i++) {
            below.values()[i] = signal.values()[i] * scale[i / x.shape().area()] / deviation(x, i);
        }
        return below;
    }

    private boolean together(Shape shape, int i, int j) {
        return set.applyAsInt(i / shape.area(), i % shape.area()) == set.applyAsInt(j / shape.area(), j % shape.area());
    }

    private double count(Shape shape, int i) {
        double count = 0;
        for (int j = 0; j < shape.size(); j++) {
            count += together(shape, i, j) ? 1 : 0;
        }
        return count;
    }

    private double mean(Grid x, int i) {
        double sum = 0;
        for (int j = 0; j < x.values().length; j++) {
            sum += together(x.shape(), i, j) ? x.values()[j] : 0;
        }
        return sum / count(x.shape(), i);
    }

    private double deviation(Grid x, int i) {
        double mean = mean(x, i);
        double sum = 0;
        for (int j = 0; j < x.values().length; j++) {
            double less = x.values()[j] - mean;
            sum += together(x.shape(), i, j) ? less * less : 0;
        }
        return Math.sqrt(sum / count(x.shape(), i) + epsilon);
    }
}
