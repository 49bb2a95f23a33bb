package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** How an ONNX node's attributes describe a sliding window: strides, dilations and either pads or automatic padding. */
final class OnnxWindow {

    private final int[] kernel;
    private final int[] strides;
    private final int[] dilations;
    private final int[] pads;
    private final String autoPad;
    private final boolean ceil;

    /** @param kernel height and width */
    OnnxWindow(OnnxNode node, int... kernel) {
        this.kernel = kernel;
        this.strides = attribute(node, "strides", 2, 1);
        this.dilations = attribute(node, "dilations", 2, 1);
        // top, left, bottom, right
        this.pads = attribute(node, "pads", 4, 0);
        this.autoPad = node.text("auto_pad", "NOTSET");
        this.ceil = node.integer("ceil_mode", 0) != 0;
    }

    /** The window of a pool, whose kernel is an attribute. */
    static OnnxWindow ofPool(OnnxNode node) {
        int[] kernel = node.integers("kernel_shape");
        if (kernel.length != 2) {
            throw new IllegalArgumentException(say("models.onnx-window.windows-over-axes-supported", kernel.length));
        }
        return new OnnxWindow(node, kernel);
    }

    /** A list of that many numbers, or of the usual one where it is not there. */
    static int[] attribute(OnnxNode node, String name, int count, int absent) {
        int[] values = node.integers(name);
        if (values.length == 0) {
            values = new int[count];
            Arrays.fill(values, absent);
        }
        if (values.length != count) {
            throw new IllegalArgumentException(
                    say("models.onnx-window.needs-numbers-pictures", name, count, Arrays.toString(values)));
        }
        return values;
    }

    Geometry over(Shape input) {
        Geometry geometry = new Geometry(axis(0, input.height()), axis(1, input.width()));
        OnnxLayers.requireBounded(
                say("models.onnx-window.padding", geometry),
                input.channels(),
                (long) input.height()
                        + geometry.vertical().before()
                        + geometry.vertical().after(),
                (long) input.width()
                        + geometry.horizontal().before()
                        + geometry.horizontal().after());
        return geometry;
    }

    private Axis axis(int i, int side) {
        return switch (autoPad) {
            case "NOTSET", "" -> axis(i, pads[i], pads[i + 2]);
            case "VALID" -> axis(i, 0, 0);
            case "SAME_UPPER" -> axis(i, same(i, side) / 2, (same(i, side) + 1) / 2);
            case "SAME_LOWER" -> axis(i, (same(i, side) + 1) / 2, same(i, side) / 2);
            default -> throw new IllegalArgumentException(say("models.onnx-window.auto-pad-known", autoPad));
        };
    }

    private Axis axis(int i, int before, int after) {
        return new Axis(kernel[i], strides[i], before, after, dilations[i], ceil);
    }

    /** What padding it takes in all so that there is a window for every stride, however short the last. */
    private int same(int i, int side) {
        Axis bare = axis(i, 0, 0);
        int windows = (side + bare.stride() - 1) / bare.stride();
        return Math.max(0, Math.addExact(Math.multiplyExact(windows - 1, bare.stride()), bare.extent()) - side);
    }
}
