package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** A sliding window as DL4J configures it; each array holds the vertical, then the horizontal value. */
record Dl4jWindow(int[] kernel, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode) {

    Dl4jWindow {
        Dl4jVertex.requireNumbers(say("models.dl4j-window.kernel-size"), 2, kernel);
        Dl4jVertex.requireNumbers("stride", 2, stride);
        Dl4jVertex.requireNumbers("padding", 2, padding);
        Dl4jVertex.requireNumbers("dilation", 2, dilation);
        if (mode == ConvolutionMode.Causal) {
            throw new IllegalArgumentException(say("models.dl4j-window.causal-padding-sequences-pictures"));
        }
    }

    static Dl4jWindow of(ConvolutionLayer layer) {
        return new Dl4jWindow(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
    }

    static Dl4jWindow of(SubsamplingLayer layer) {
        return new Dl4jWindow(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
    }

    Geometry over(Shape input) {
        return new Geometry(axis(0, input.height()), axis(1, input.width()));
    }

    private Axis axis(int d, int side) {
        if (mode != ConvolutionMode.Same) {
            return new Axis(kernel[d], stride[d], padding[d], padding[d], dilation[d], false);
        }
        // as many windows as strides begun, in the middle; an odd position of padding goes to the end
        int windows = -Math.floorDiv(-side, stride[d]);
        int missing = Math.max(0, (windows - 1) * stride[d] + extent(d) - side);
        return new Axis(kernel[d], stride[d], missing / 2, missing - missing / 2, dilation[d], false);
    }

    private int extent(int d) {
        return (kernel[d] - 1) * dilation[d] + 1;
    }

    /** The positions that the given number of windows covers without remainder. */
    int covered(int d, int windows) {
        return mode == ConvolutionMode.Same
                ? windows * stride[d]
                : (windows - 1) * stride[d] + extent(d) - 2 * padding[d];
    }
}
