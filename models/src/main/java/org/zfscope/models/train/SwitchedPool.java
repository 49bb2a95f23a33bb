package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.MaxPooling;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.load.dl4j.Dl4jPools;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * A max pool of DL4J that remembers its switches, by the formulas of {@link MaxPooling}. DL4J's own takes a third of a training step.
 */
final class SwitchedPool extends SubsamplingLayer {

    /** Where each maximum came from, over all maps. */
    private transient int @Nullable [] at;

    private SwitchedPool(Layer like) {
        super(like.conf(), DataType.FLOAT);
        setIndex(like.getIndex());
    }

    /** What stands in for a layer: one of these for a max pool, else the layer itself. */
    static Layer insteadOf(Layer layer) {
        return layer instanceof SubsamplingLayer pool
                        && pool.layerConf().getPoolingType() == PoolingType.MAX
                        && pool.layerConf().getCnn2dDataFormat() == CNN2DFormat.NCHW
                ? new SwitchedPool(layer)
                : layer;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        Shape shape = LayerHelpers.shape(input);
        MaxPooling pooling = new MaxPooling(((MaxPool) Dl4jPools.pool(layerConf(), shape)).geometry(), shape);
        int pictures = (int) input.size(0);
        INDArray out = memory.createUninitialized(
                ArrayType.ACTIVATIONS, DataType.FLOAT, pooling.to().batch(pictures), 'c');
        int[] positions = new int[Math.multiplyExact(pictures, pooling.to().size())];
        int area = shape.area();
        int pooled = pooling.to().area();
        FloatBuffer from = Native.floats(LayerHelpers.rowMajor(input));
        FloatBuffer to = Native.floats(out);
        IntStream.range(0, pictures * shape.channels()).parallel().forEach(map -> {
            float[] values = new float[area];
            float[] strongest = new float[pooled];
            from.get(map * area, values);
            pooling.pool(values, strongest, positions, map * pooled);
            to.put(map * pooled, strongest);
        });
        at = positions;
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray signal, LayerWorkspaceMgr memory) {
        if (at == null) {
            throw new IllegalStateException("a pool goes back only after it went forward");
        }
        int[] positions = at;
        Shape shape = LayerHelpers.shape(input);
        INDArray out = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
        FloatBuffer above = Native.floats(LayerHelpers.rowMajor(signal));
        FloatBuffer below = Native.floats(out);
        int pooled = LayerHelpers.shape(signal).area();
        IntStream.range(0, positions.length / pooled).parallel().forEach(map -> {
            float[] signals = new float[pooled];
            float[] spread = new float[shape.area()];
            above.get(map * pooled, signals);
            MaxPooling.unpool(signals, positions, map * pooled, shape.width(), spread, Window.whole(shape));
            below.put(map * spread.length, spread);
        });
        return new Pair<>(new DefaultGradient(), out);
    }
}
