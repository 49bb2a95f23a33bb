package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** How a Keras layer's settings describe a sliding window. */
record KerasWindow(int[] kernel, int[] strides, int[] dilations, String padding) {

    /** A convolution's. */
    static KerasWindow ofConvolution(KerasConfig config, int... kernel) {
        return new KerasWindow(
                kernel, config.pair("strides", 1, 1), config.pair("dilation_rate", 1, 1), padding(config));
    }

    /** A pool's; it moves by its own size where nothing else is said. */
    static KerasWindow ofPool(KerasConfig config) {
        int[] size = config.pair("pool_size", 2, 2);
        return new KerasWindow(size, config.pair("strides", size), new int[] {1, 1}, padding(config));
    }

    private static String padding(KerasConfig config) {
        return config.text("padding", config.text("border_mode", "valid"));
    }

    /** The window over maps of that shape. */
    Geometry over(Shape input) {
        Geometry geometry = new Geometry(axis(0, input.height()), axis(1, input.width()));
        KerasNodes.requireBounded(
                say("models.keras-window.padding", geometry),
                input.channels(),
                (long) input.height() + geometry.vertical().extent(),
                (long) input.width() + geometry.horizontal().extent());
        return geometry;
    }

    private Axis axis(int i, int side) {
        Axis bare = new Axis(kernel[i], strides[i], 0, 0, dilations[i], false);
        return switch (padding) {
            case "valid" -> bare;
            case "same" -> {
                int missing = same(bare, side);
                yield new Axis(kernel[i], strides[i], missing / 2, missing - missing / 2, dilations[i], false);
            }
            default -> throw new IllegalArgumentException(say("models.keras-window.unknown-padding", padding));
        };
    }

    /** TensorFlow's padding: a window for every stride, however short the last; the odd one goes behind. */
    private static int same(Axis bare, int side) {
        int windows = (side + bare.stride() - 1) / bare.stride();
        return Math.max(0, Math.addExact(Math.multiplyExact(windows - 1, bare.stride()), bare.extent()) - side);
    }
}
