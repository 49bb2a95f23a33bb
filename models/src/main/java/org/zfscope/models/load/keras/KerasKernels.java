package org.zfscope.models.load.keras;

import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;

/** Keras' weights in our order. */
final class KerasKernels {

    private KerasKernels() {}

    /** [height, width, channels of a group, filters] to filters. */
    static Weights filters(float[] kernel, float[] bias, int height, int width, int channels) {
        float[] values = filters(kernel, bias.length, channels);
        return Weights.of(values, bias, bias.length, channels, height, width);
    }

    /** The same numbers as [filters, channels of a group, height, width]; a matrix of flattened maps has the area for its sides. */
    static float[] filters(float[] kernel, int filters, int channels) {
        float[] values = new float[kernel.length];
        int area = kernel.length / filters / channels;
        for (int i = 0; i < kernel.length; i++) {
            int filter = i % filters;
            int channel = i / filters % channels;
            values[(filter * channels + channel) * area + i / filters / channels] = kernel[i];
        }
        return values;
    }

    /** [height, width, channels, filters of each channel] to filters that see one channel each. */
    static Weights depthwise(float[] kernel, float[] bias, int height, int width) {
        int filters = bias.length;
        float[] values = new float[kernel.length];
        int area = height * width;
        for (int i = 0; i < kernel.length; i++) {
            values[i % filters * area + i / filters] = kernel[i];
        }
        return Weights.of(values, bias, filters, 1, height, width);
    }

    /** [height, width, filters, channels] of a transposed convolution to [channels, filters, height, width]. */
    static Weights transposed(float[] kernel, int height, int width, int filters, int channels) {
        return filters(kernel, new float[channels], height, width, filters);
    }

    /**
     * [inputs, units] to a matrix.
     *
     * @param places where Keras has the input that lies at each index here; empty where both have one order
     */
    static Weights matrix(float[] kernel, float[] bias, int inputs, int... places) {
        int units = bias.length;
        Memory memory = Memory.allocate(kernel.length);
        if (places.length == 0) {
            memory.floats().put(kernel);
        } else {
            for (int i = 0; i < inputs; i++) {
                memory.floats().put(i * units, kernel, places[i] * units, units);
            }
        }
        return Weights.columnwise(memory, bias, units, inputs);
    }
}
