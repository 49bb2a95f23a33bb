package org.zfscope.models.naive;

import java.util.List;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.SpaceToDepth;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.tensor.Shape;

/** The layers that are linear, or, like a max pool, are linear once their choice is made. */
public final class NaiveLinear {

    private static final List<Class<? extends Layer>> KINDS = List.of(
            Add.class,
            Affine.class,
            AveragePool.class,
            BatchNorm.class,
            BorderPadding.class,
            ChannelMax.class,
            ChannelMean.class,
            Concat.class,
            Convolution.class,
            Dense.class,
            DepthToSpace.class,
            Dropout.class,
            Flatten.class,
            GlobalAveragePool.class,
            GlobalMaxPool.class,
            MaxPool.class,
            Reshape.class,
            Resize.class,
            SpaceToDepth.class,
            TransposedConvolution.class,
            SelectChannels.class,
            SelectPixels.class,
            ZeroPadding.class);

    private static final Grid ONE = new Grid(Shape.flat(1), new double[] {1});

    private NaiveLinear() {}

    public static boolean is(Layer layer) {
        return KINDS.contains(layer.getClass());
    }

    /** How one of a layer's inputs is connected to its output, bias apart. */
    public static Connections connections(Layer layer, List<Grid> inputs, int which) {
        Shape input = inputs.get(which).shape();
        if (layer instanceof Convolution convolution) {
            return NaiveFilters.convolution(convolution, input);
        } else if (layer instanceof Dense dense) {
            return NaiveFilters.dense(dense, input);
        } else if (layer instanceof AveragePool pool) {
            return NaivePools.average(pool, input);
        } else if (layer instanceof GlobalAveragePool) {
            return NaivePools.globalAverage(input);
        } else if (layer instanceof MaxPool pool) {
            return NaivePools.max(pool, inputs.get(which));
        } else if (layer instanceof BatchNorm norm) {
            return NaiveMoves.scale(norm, input);
        } else if (layer instanceof Concat) {
            return NaiveMoves.concat(inputs.stream().map(Grid::shape).toList(), which);
        } else if (layer instanceof ZeroPadding padding) {
            return NaiveMoves.padding(padding, input);
        } else if (layer instanceof Add) {
            Shape all = layer.outputShape(inputs.stream().map(Grid::shape).toList());
            return NaiveMoves.spread(input, all, ONE);
        } else if (layer instanceof Affine affine) {
            return NaiveMoves.spread(input, layer.outputShape(List.of(input)), Grid.of(affine.scale()));
        } else if (layer instanceof SelectChannels select) {
            return NaiveMoves.channels(select, input);
        } else if (layer instanceof SelectPixels select) {
            return NaiveMoves.pixels(select, input);
        } else if (layer instanceof Dropout || layer instanceof Flatten) {
            return NaiveMoves.identity(input, layer instanceof Flatten ? Shape.flat(input.size()) : input);
        }
        return NaiveSizes.connections(layer, inputs.get(which));
    }
}
