package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.LocalResponseNormalization;
import org.deeplearning4j.nn.layers.normalization.LocalResponseNormalizationHelper;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Local response normalisation at speed. DL4J's own takes a quarter of a training step, and ND4J's {@code lrn} operation
 * computes something else, so this stands in where DL4J lets helpers stand in. The formulas are those of
 * {@link LocalResponseNorm}.
 */
final class AcrossMaps implements LocalResponseNormalizationHelper {

    /** Makes a layer use this, if it is such a layer. */
    static void speedUp(Layer layer) {
        if (layer instanceof LocalResponseNormalization) {
            LayerHelpers.install(LocalResponseNormalization.class, layer, new AcrossMaps());
        }
    }

    @Override
    public INDArray activate(
            INDArray x, boolean training, double k, double n, double alpha, double beta, LayerWorkspaceMgr memory) {
        INDArray out = memory.createUninitialized(ArrayType.ACTIVATIONS, x.dataType(), x.shape(), 'c');
        FloatBuffer from = Native.floats(LayerHelpers.rowMajor(x));
        LocalResponseNorm norm = norm(k, n, alpha, beta);
        each(x, out, i -> norm.normalised(picture(from, i, LayerHelpers.shape(x))));
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray x, INDArray epsilon, double k, double n, double alpha, double beta, LayerWorkspaceMgr memory) {
        INDArray out = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        FloatBuffer from = Native.floats(LayerHelpers.rowMajor(x));
        FloatBuffer above = Native.floats(LayerHelpers.rowMajor(epsilon));
        LocalResponseNorm norm = norm(k, n, alpha, beta);
        Shape shape = LayerHelpers.shape(x);
        each(x, out, i -> norm.derivative(picture(from, i, shape), picture(above, i, shape)));
        return new Pair<>(new DefaultGradient(), out);
    }

    /** DL4J looks at n / 2 maps on either side. */
    private static LocalResponseNorm norm(double k, double n, double alpha, double beta) {
        return new LocalResponseNorm((int) n / 2 * 2 + 1, (float) alpha, (float) beta, (float) k);
    }

    /** Fills {@code out} picture by picture; they are shared out over the processor's cores. */
    private static void each(INDArray x, INDArray out, IntFunction<Tensor> work) {
        FloatBuffer to = Native.floats(out);
        IntStream.range(0, (int) x.size(0)).parallel().forEach(i -> {
            float[] values = work.apply(i).values();
            to.put(i * values.length, values);
        });
    }

    private static Tensor picture(FloatBuffer batch, int i, Shape shape) {
        Tensor picture = Tensor.zeros(shape);
        batch.get(i * shape.size(), picture.values());
        return picture;
    }

    @Override
    public boolean checkSupported(double k, double n, double alpha, double beta) {
        return true;
    }

    @Override
    public boolean checkSupported() {
        return true;
    }

    @Override
    public Map<String, Long> helperMemoryUse() {
        return Map.of();
    }
}
