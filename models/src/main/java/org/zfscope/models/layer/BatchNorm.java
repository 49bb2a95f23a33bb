package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/**
 * Batch normalisation with the statistics of training: gamma * (x - mean) / sqrt(variance + epsilon) + beta, which is
 * scale * x + shift for each channel.
 */
public record BatchNorm(float[] scale, float[] shift) implements Layer {

    public BatchNorm {
        if (scale.length != shift.length) {
            throw new IllegalArgumentException(say("models.batch-norm.scales-shifts", scale.length, shift.length));
        }
    }

    public static BatchNorm of(float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
        float[] scale = new float[gamma.length];
        float[] shift = new float[gamma.length];
        for (int c = 0; c < gamma.length; c++) {
            double s = gamma[c] / Math.sqrt(variance[c] + epsilon);
            scale[c] = (float) s;
            shift[c] = (float) (beta[c] - mean[c] * s);
        }
        return new BatchNorm(scale, shift);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() != scale.length) {
            throw new IllegalArgumentException(say("models.batch-norm.batch-norm-channels-got", scale.length, input));
        }
        return input;
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        return inputs.get(0).engine().scaled(inputs.get(0), scale, shift);
    }

    /** Gamma, beta, mean and variance of each channel. */
    @Override
    public long parameters() {
        return 4L * scale.length;
    }
}
