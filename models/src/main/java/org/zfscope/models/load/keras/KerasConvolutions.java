package org.zfscope.models.load.keras;

import java.util.List;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.load.keras.KerasValue.Layout;
import org.zfscope.models.tensor.Geometry;

/** Layers with filters or a matrix. */
final class KerasConvolutions {

    private KerasConvolutions() {}

    /** Kernel [height, width, channels / groups, filters], whatever the layout of the maps. */
    static KerasValue conv(KerasUse use) {
        KerasValue maps = use.maps();
        int channels = maps.shape().channels();
        int groups = use.config().integer("groups", 1);
        int filters = use.config().integer("filters", use.config().integer("nb_filter", 0));
        int[] kernel = use.config().pair("kernel_size");
        use.require(groups > 0 && channels % groups == 0, "groups");
        use.require(filters > 0, "filters");
        use.require(kernel.length == 2 && kernel[0] > 0 && kernel[1] > 0, "kernel_size");
        Weights weights = use.once("", () -> {
            KerasStored stored = use.stored(List.of("kernel"));
            float[] values = stored.floats("kernel", kernel[0], kernel[1], channels / groups, filters);
            return KerasKernels.filters(values, use.bias(stored, filters), kernel[0], kernel[1], channels / groups);
        });
        Geometry window = KerasWindow.ofConvolution(use.config(), kernel).over(maps.shape());
        return use.activated(use.add(new Convolution(weights, window, groups), maps));
    }

    /** Kernel [height, width, channels, filters of each channel]: called {@code kernel} since Keras 3. */
    static KerasValue depthwise(KerasUse use) {
        KerasValue maps = use.maps();
        int[] kernel = use.config().pair("kernel_size");
        use.require(kernel.length == 2 && kernel[0] > 0 && kernel[1] > 0, "kernel_size");
        return use.activated(use.add(depthwise(use, use.stored(List.of("depthwise_kernel")), kernel, true), maps));
    }

    private static Convolution depthwise(KerasUse use, KerasStored stored, int[] kernel, boolean biased) {
        KerasValue maps = use.maps();
        int channels = maps.shape().channels();
        int multiplier = use.config().integer("depth_multiplier", 1);
        use.require(multiplier > 0, "depth_multiplier");
        Weights weights = use.once("/depthwise", () -> {
            float[] values = stored.floats("depthwise_kernel", kernel[0], kernel[1], channels, multiplier);
            int filters = channels * multiplier;
            float[] bias = biased ? use.bias(stored, filters) : new float[filters];
            return KerasKernels.depthwise(values, bias, kernel[0], kernel[1]);
        });
        Geometry window = KerasWindow.ofConvolution(use.config(), kernel).over(maps.shape());
        return new Convolution(weights, window, channels);
    }

    /** A convolution of each channel by itself, then one of single positions: [1, 1, channels, filters]. */
    static KerasValue separable(KerasUse use) {
        int[] kernel = use.config().pair("kernel_size");
        int filters = use.config().integer("filters", 0);
        use.require(kernel.length == 2 && kernel[0] > 0 && kernel[1] > 0, "kernel_size");
        use.require(filters > 0, "filters");
        KerasStored stored = use.stored(List.of("depthwise_kernel", "pointwise_kernel"));
        KerasValue between = use.addPart("depthwise", depthwise(use, stored, kernel, false), use.maps());
        int channels = between.shape().channels();
        Weights weights = use.once("", () -> {
            float[] values = stored.floats("pointwise_kernel", 1, 1, channels, filters);
            return KerasKernels.filters(values, use.bias(stored, filters), 1, 1, channels);
        });
        return use.activated(use.add(new Convolution(weights, Geometry.square(1, 1, 0), 1), between));
    }

    /** Of a vector all of it; of maps the channels at each position, as Keras takes the last axis. */
    static KerasValue dense(KerasUse use) {
        KerasValue input = use.input();
        int units = use.config().integer("units", use.config().integer("output_dim", 0));
        use.require(units > 0, "units");
        if (input.isVector() || input.shape().isFlat()) {
            int inputs = input.shape().size();
            Weights weights = use.once("", () -> {
                KerasStored stored = use.stored(List.of("kernel"));
                float[] kernel = stored.floats("kernel", inputs, units);
                return KerasKernels.matrix(kernel, use.bias(stored, units), inputs, input.places());
            });
            KerasValue made = use.add(new Dense(weights), input);
            return use.activated(KerasValue.of(made.node(), made.shape(), input.layout()));
        }
        use.require(input.layout() == Layout.CHANNELS_LAST, "units");
        int channels = input.shape().channels();
        Weights weights = use.once("", () -> {
            KerasStored stored = use.stored(List.of("kernel"));
            float[] kernel = stored.floats("kernel", channels, units);
            return KerasKernels.filters(kernel, use.bias(stored, units), 1, 1, channels);
        });
        return use.activated(use.add(new Convolution(weights, Geometry.square(1, 1, 0), 1), input));
    }
}
