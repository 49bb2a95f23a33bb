package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.tensor.Geometry;

/** Layers with filters or matrices. */
final class CaffeFilters {

    private CaffeFilters() {}

    /** Weights [filters, channels / groups, height, width], then biases. */
    static void convolution(CaffeStep step) {
        step.requireChannels("convolution_param");
        CaffeMessage settings = step.settings("convolution_param");
        int groups = groups(step, settings);
        int filters = settings.integer("num_output", 0);
        int channels = step.shape().channels() / groups;
        CaffeWindow window = new CaffeWindow(settings);
        Geometry geometry = window.bounded(window.floor(), step.shape());
        CaffeLayers.requireBounded(filters, channels, window.height(), window.width());
        float[] bias = bias(step.bias("convolution_param", 1), filters);
        Weights weights = Weights.in(
                step.blob(0).memory(filters, channels, window.height(), window.width()),
                bias,
                filters,
                channels,
                window.height(),
                window.width());
        step.becomes(new Convolution(weights, geometry, groups));
    }

    /**
     * The transpose of a convolution: weights [channels, filters / groups, height, width], then biases. The maps grow by the
     * stride, less the padding.
     */
    static void deconvolution(CaffeStep step) {
        step.requireChannels("convolution_param");
        CaffeMessage settings = step.settings("convolution_param");
        int groups = groups(step, settings);
        int filters = settings.integer("num_output", 0);
        int channels = step.shape().channels();
        CaffeWindow window = new CaffeWindow(settings);
        if (filters < 1 || filters % groups != 0) {
            throw new IllegalArgumentException(say("models.caffe-filters.groups", groups, filters));
        }
        float[] bias = bias(step.bias("convolution_param", 1), filters);
        int[] sides = {channels, filters / groups, window.height(), window.width()};
        CaffeLayers.requireBounded(channels, sides[1], sides[2], sides[3]);
        Weights weights =
                Weights.in(step.blob(0).memory(sides[0], sides[1], sides[2], sides[3]), new float[channels], sides);
        step.becomes(new TransposedConvolution(weights, bias, window.floor(), 0, 0, groups));
    }

    private static int groups(CaffeStep step, CaffeMessage settings) {
        int groups = step.layer().type().equals("ConvolutionDepthwise")
                        || step.layer().type().equals("DepthwiseConvolution")
                ? step.shape().channels()
                : settings.integer("group", 1);
        if (groups < 1 || step.shape().channels() % groups != 0) {
            throw new IllegalArgumentException(say("models.caffe-filters.groups", groups, step.shape()));
        }
        return groups;
    }

    private static float[] bias(Optional<CaffeBlob> blob, int units) {
        return blob.map(b -> b.values(units)).orElseGet(() -> new float[units]);
    }

    /** Weights [units, inputs], or the other way round where the settings say so, then biases. */
    static void innerProduct(CaffeStep step) {
        step.requireChannels("inner_product_param");
        CaffeMessage settings = step.settings("inner_product_param");
        int units = settings.integer("num_output", 0);
        int inputs = step.shape().size();
        CaffeLayers.requireBounded(units, inputs);
        float[] bias = bias(step.bias("inner_product_param", 1), units);
        Weights weights = settings.flag("transpose", false)
                ? Weights.columnwise(step.blob(0).memory(inputs, units), bias, units, inputs)
                : Weights.in(step.blob(0).memory(units, inputs), bias, units, inputs);
        step.becomes(new Dense(weights), 2);
    }
}
