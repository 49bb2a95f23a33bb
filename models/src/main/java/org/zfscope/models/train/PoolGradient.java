package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingHelper;
import org.deeplearning4j.nn.layers.convolution.subsampling.SubsamplingLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNSubsamplingHelper;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Native;

/**
 * The way back through max pools at speed: each signal goes to the place of its window's first maximum. DL4J's own took
 * a seventh of a training step. Other pools, and pools with padding at the near edges, are left to DL4J.
 */
final class PoolGradient implements SubsamplingHelper {

    /** Makes a layer use this, if it is such a layer. */
    static void speedUp(Layer layer) {
        if (layer instanceof SubsamplingLayer) {
            Shortcut.install(SubsamplingLayer.class, layer, new PoolGradient());
        }
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray x,
            INDArray epsilon,
            int[] kernel,
            int[] stride,
            int[] padding,
            PoolingType type,
            ConvolutionMode mode,
            int[] dilation,
            CNN2DFormat format,
            LayerWorkspaceMgr memory) {
        Windows windows = new Windows(x, epsilon, kernel, stride);
        if (type != PoolingType.MAX
                || format != CNN2DFormat.NCHW
                || dilation[0] * dilation[1] != 1
                || windows.padsBefore(mode, padding)) {
            return new MKLDNNSubsamplingHelper(x.dataType())
                    .backpropGradient(x, epsilon, kernel, stride, padding, type, mode, dilation, format, memory);
        }
        INDArray out = memory.create(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        FloatBuffer from = Native.floats(Shortcut.rowMajor(x));
        FloatBuffer above = Native.floats(Shortcut.rowMajor(epsilon));
        FloatBuffer to = Native.floats(out);
        IntStream.range(0, (int) (x.size(0) * x.size(1)))
                .parallel()
                .forEach(map -> windows.spread(map, from, above, to));
        return new Pair<>(new DefaultGradient(), out);
    }

    /** A map's windows: they begin inside the map and may hang over its far edges. */
    private record Windows(
            int height, int width, int rows, int columns, int kernelY, int kernelX, int strideY, int strideX) {

        Windows(INDArray x, INDArray epsilon, int[] kernel, int[] stride) {
            this(
                    (int) x.size(2),
                    (int) x.size(3),
                    (int) epsilon.size(2),
                    (int) epsilon.size(3),
                    kernel[0],
                    kernel[1],
                    stride[0],
                    stride[1]);
        }

        boolean padsBefore(ConvolutionMode mode, int[] padding) {
            return mode == ConvolutionMode.Same
                    ? (rows - 1) * strideY + kernelY - height > 1 || (columns - 1) * strideX + kernelX - width > 1
                    : padding[0] + padding[1] > 0;
        }

        void spread(int map, FloatBuffer from, FloatBuffer above, FloatBuffer to) {
            float[] x = new float[height * width];
            float[] signal = new float[rows * columns];
            float[] out = new float[x.length];
            from.duplicate().position(map * x.length).get(x);
            above.duplicate().position(map * signal.length).get(signal);
            for (int i = 0; i < signal.length; i++) {
                out[firstMaximum(x, i / columns * strideY, i % columns * strideX)] += signal[i];
            }
            to.duplicate().position(map * x.length).put(out);
        }

        private int firstMaximum(float[] x, int top, int left) {
            int best = top * width + left;
            for (int row = top; row < Math.min(height, top + kernelY); row++) {
                int end = row * width + Math.min(width, left + kernelX);
                for (int at = row * width + left; at < end; at++) {
                    best = x[at] > x[best] ? at : best;
                }
            }
            return best;
        }
    }

    /** Never asked: DL4J's forward pass through pools knows no helpers. */
    @Override
    public INDArray activate(
            INDArray x,
            boolean training,
            int[] kernel,
            int[] stride,
            int[] padding,
            PoolingType type,
            ConvolutionMode mode,
            int[] dilation,
            CNN2DFormat format,
            LayerWorkspaceMgr memory) {
        return new MKLDNNSubsamplingHelper(x.dataType())
                .activate(x, training, kernel, stride, padding, type, mode, dilation, format, memory);
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
