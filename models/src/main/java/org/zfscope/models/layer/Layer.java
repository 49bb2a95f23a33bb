package org.zfscope.models.layer;

import java.util.List;
import java.util.Locale;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * One kind of layer: its weights, its geometry and its way forward. It says what is to be computed; the engine that its
 * inputs come from knows how. The way back lives in viz-core, one step a kind.
 */
public sealed interface Layer
        permits Activation,
                Add,
                Affine,
                AveragePool,
                BatchNorm,
                BorderPadding,
                ChannelMax,
                ChannelMean,
                ClippedRelu,
                Concat,
                Convolution,
                Dense,
                DepthToSpace,
                Dropout,
                Flatten,
                GlobalAveragePool,
                GlobalMaxPool,
                GroupNorm,
                LayerNorm,
                LeakyRelu,
                LocalResponseNorm,
                MaxPool,
                Multiply,
                ParametricRelu,
                Relu,
                Reshape,
                Resize,
                SelectChannels,
                SelectPixels,
                Softmax,
                SpaceToDepth,
                SpatialResponseNorm,
                TransposedConvolution,
                ZeroPadding {

    /**
     * The shape of the output.
     *
     * @throws IllegalArgumentException if the layer does not accept such inputs
     */
    Shape outputShape(List<Shape> inputs);

    /** New maps that the caller closes; the inputs are not touched. */
    Maps forward(List<Maps> inputs);

    /** Numbers that training has set. */
    default long parameters() {
        return 0;
    }

    /** The window of input maps that decides the given window of output maps; it may hang over the border. */
    default Window reach(Window output, Shape input) {
        return output;
    }

    /** What describe calls this kind of layer, as in the names of the classes: {@code max-pool}. */
    default String kind() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
