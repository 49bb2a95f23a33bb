package org.zfscope.viz.analysis;

import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Why a neuron has the value that it has: one step down, in numbers. */
public sealed interface Reason {

    /** The layer whose neuron is explained. */
    String layer();

    /** What the network computed. */
    float activation();

    /**
     * A filter on a patch. The sum of all products and the bias is the activation.
     *
     * @param window of the layer's input; it may hang over the border, into the padding
     * @param patch what is under the filter, zero in the padding: [channels of a group, kernel height, kernel width]
     * @param filter of the same shape
     * @param first the input's channel that the filter's first one looks at
     * @param stride between taps of the filter: its dilation, downwards
     * @param sums of the products, channel by channel
     * @param sum of all products and the bias
     */
    record Filtered(
            String layer,
            float activation,
            String input,
            Window window,
            Tensor patch,
            Tensor filter,
            int first,
            int stride,
            double[] sums,
            float bias,
            double sum)
            implements Reason {}

    /** max(value, 0), or another function of one value, of a kind of layer. */
    record Passed(String layer, float activation, String kind, float value) implements Reason {}

    /** scale * value + shift. */
    record Scaled(String layer, float activation, float scale, float value, float shift) implements Reason {}

    /** The channel of one of the inputs, as it is. */
    record Taken(String layer, float activation, String input, int unit) implements Reason {}

    /**
     * The largest value of a window.
     *
     * @param window as far as it lies inside the map
     * @param values [1, window height, window width]
     * @param y the row of the map where the maximum was found: the switch
     * @param x its column
     */
    record Largest(String layer, float activation, Window window, Tensor values, int y, int x) implements Reason {}

    /**
     * The sum of a window's values times a factor.
     *
     * @param window as far as it lies inside the map
     * @param values [1, window height, window width]
     */
    record Averaged(String layer, float activation, Window window, Tensor values, double sum, float factor)
            implements Reason {}

    /** Nothing that could be told in few numbers. */
    record Other(String layer, float activation, String kind) implements Reason {}
}
