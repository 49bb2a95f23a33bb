package org.zfscope.viz.deconv;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.GroupNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LayerNorm;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.SpaceToDepth;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.layer.Standardising;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.layer.ZeroPadding;

/** Which step leads back through which kind of layer. */
public final class Steps {

    private final Map<Class<? extends Layer>, Function<Layer, Step>> table = new HashMap<>();

    public Steps(ReluRule relu, LrnRule lrn, GateRule gates) {
        put(Activation.class, layer -> new Derive(layer, gates));
        put(Add.class, layer -> new PassSum());
        put(Affine.class, ScaleAny::new);
        put(AveragePool.class, SpreadAverage::new);
        put(BatchNorm.class, ScaleChannels::new);
        put(BorderPadding.class, FoldPadding::new);
        put(ChannelMax.class, layer -> new UnpoolChannels());
        put(ChannelMean.class, layer -> new SpreadChannels());
        put(ClippedRelu.class, layer -> new RectifyClipped(layer, relu));
        put(Concat.class, layer -> new SliceChannels());
        put(Convolution.class, TransposedFilter::new);
        put(Dense.class, TransposedDense::new);
        put(DepthToSpace.class, GatherBlocks::new);
        put(Dropout.class, layer -> new PassThrough());
        put(Flatten.class, layer -> new Unflatten());
        put(GlobalAveragePool.class, layer -> new SpreadGlobalAverage());
        put(GlobalMaxPool.class, layer -> new UnpoolGlobal());
        put(GroupNorm.class, layer -> through(layer, lrn));
        put(LayerNorm.class, layer -> through(layer, lrn));
        put(LeakyRelu.class, layer -> new RectifyLeaky(layer, relu));
        put(LocalResponseNorm.class, layer -> lrn == LrnRule.PASS ? new PassThrough() : new LrnGradient(layer));
        put(MaxPool.class, Unpool::new);
        put(Multiply.class, layer -> new ThroughProduct(gates));
        put(ParametricRelu.class, layer -> new RectifyParametric(layer, relu));
        put(Relu.class, layer -> new Rectify(relu));
        put(Reshape.class, UndoReshape::new);
        put(Resize.class, ResizeAdjoint::new);
        put(SelectChannels.class, ReturnChannels::new);
        put(SelectPixels.class, ReturnPixels::new);
        put(Softmax.class, layer -> new SoftmaxGradient());
        put(SpaceToDepth.class, WeaveBlocks::new);
        put(
                SpatialResponseNorm.class,
                layer -> lrn == LrnRule.PASS ? new PassThrough() : new SpatialLrnGradient(layer));
        put(TransposedConvolution.class, ForwardFilter::new);
        put(ZeroPadding.class, CropPadding::new);
    }

    private static Step through(Standardising norm, LrnRule rule) {
        return rule == LrnRule.PASS ? new NormHeld(norm) : new NormGradient(norm);
    }

    private <L extends Layer> void put(Class<L> kind, Function<L, Step> step) {
        table.put(kind, layer -> step.apply(kind.cast(layer)));
    }

    /** The step back through a layer. */
    public Step through(Layer layer) {
        Function<Layer, Step> step = table.get(layer.getClass());
        if (step == null) {
            throw new IllegalStateException("no step back through a " + layer.kind());
        }
        return step.apply(layer);
    }

    /** Whether all that a layer's step does is to set negative signals to zero. */
    public boolean onlyRectify(Layer layer) {
        return through(layer) instanceof Rectify rectify && !rectify.rule().looksForward();
    }

    /** The kinds of layers that have a step. */
    public Set<Class<? extends Layer>> kinds() {
        return Set.copyOf(table.keySet());
    }
}
