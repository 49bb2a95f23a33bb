package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.SpatialResponseNorm;

/** Normalisations, and the scales and shifts that follow them. */
final class CaffeNorms {

    private static final String BATCH_NORM = "batch_norm_param";

    private CaffeNorms() {}

    /** Alpha is divided by the number of maps, or of the window's positions. */
    static void lrn(CaffeStep step) {
        CaffeMessage settings = step.settings("lrn_param");
        int size = settings.integer("local_size", 5);
        float alpha = settings.real("alpha", 1);
        float beta = settings.real("beta", 0.75f);
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException(say("models.caffe-norms.lrn-size", size));
        }
        boolean across = settings.choice("norm_region", "ACROSS_CHANNELS", "WITHIN_CHANNEL")
                .startsWith("A");
        step.becomes(
                across
                        ? new LocalResponseNorm(size, alpha / size, beta, settings.real("k", 1))
                        : new SpatialResponseNorm(size, alpha, beta));
    }

    /**
     * Sums of means, of variances, and by how much both were scaled while they were collected. What training wrote says
     * {@code use_global_stats: false}; here they are used all the same. NVIDIA's Caffe keeps the {@code Scale} in the same layer.
     */
    static void batchNorm(CaffeStep step) {
        int channels = step.shape().channels();
        float collected = step.blobs() > 2 ? step.blob(2).values(1)[0] : 1;
        float factor = collected == 0 ? 0 : 1 / collected;
        float[] mean = scaled(step.blob(0).values(channels), factor);
        float[] variance = scaled(step.blob(1).values(channels), factor);
        boolean own = step.blobs() > 4;
        float[] gamma = own ? step.blob(3).values(channels) : all(1, channels);
        float[] beta = own ? step.blob(4).values(channels) : new float[channels];
        float epsilon = step.settings(BATCH_NORM).real("eps", 1e-5f);
        for (float v : variance) {
            if (!(v + epsilon > 0)) {
                throw new IllegalArgumentException(say("models.caffe-norms.variance", v));
            }
        }
        step.becomes(BatchNorm.of(gamma, beta, mean, variance, epsilon));
    }

    /** A scale for each channel, and a shift where it says so; with two inputs the second scales the first. */
    static void scale(CaffeStep step) {
        if (step.inputs().size() == 2) {
            CaffeArithmetic.gate(step);
            return;
        }
        int channels = step.shape().channels();
        requirePerChannel(step, "scale_param");
        boolean shifted = step.settings("scale_param").flag("bias_term", false);
        step.becomes(new BatchNorm(
                step.blob(0).values(channels), shifted ? step.blob(1).values(channels) : new float[channels]));
    }

    /** A shift for each channel. */
    static void bias(CaffeStep step) {
        int channels = step.shape().channels();
        requirePerChannel(step, "bias_param");
        step.becomes(new BatchNorm(all(1, channels), step.blob(0).values(channels)));
    }

    private static void requirePerChannel(CaffeStep step, String group) {
        step.requireChannels(group);
        if (step.settings(group).integer("num_axes", 1) != 1) {
            throw new IllegalArgumentException(say("models.caffe-norms.one-axis"));
        }
    }

    static float[] all(float value, int count) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] scaled(float[] values, float factor) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
