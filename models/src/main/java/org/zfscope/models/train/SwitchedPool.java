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
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.load.dl4j.Dl4jPools;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/**
 * A max pool of DL4J that remembers its switches: forwards it is {@link MaxPool}, and backwards each signal goes where
 * its maximum came from. DL4J's own takes a third of a training step.
 */
final class SwitchedPool extends SubsamplingLayer {

    private transient @Nullable Switches switches;

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
        INDArray from = LayerHelpers.rowMajor(input);
        Shape shape = Native.shape(from);
        MaxPool pool = (MaxPool) Dl4jPools.pool(layerConf(), shape);
        MaxPool.Pooled pooled = pool.pool(from);
        switches = pooled.switches();
        try (INDArray values = pooled.values()) {
            return memory.dup(ArrayType.ACTIVATIONS, values, 'c');
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray signal, LayerWorkspaceMgr memory) {
        if (switches == null) {
            throw new IllegalStateException("a pool goes back only after it went forward");
        }
        int[] at = switches.at();
        INDArray out = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'c');
        FloatBuffer above = Native.floats(LayerHelpers.rowMajor(signal));
        FloatBuffer below = Native.floats(out);
        int area = Native.shape(input).area();
        int pooled = switches.pooled().area();
        IntStream.range(0, at.length / pooled).parallel().forEach(map -> {
            float[] signals = new float[pooled];
            float[] spread = new float[area];
            above.get(map * pooled, signals);
            for (int i = 0; i < pooled; i++) {
                spread[at[map * pooled + i]] += signals[i];
            }
            below.put(map * area, spread);
        });
        return new Pair<>(new DefaultGradient(), out);
    }
}
