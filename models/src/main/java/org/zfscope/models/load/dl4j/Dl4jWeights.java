package org.zfscope.models.load.dl4j;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/** The layers that have weights, in the order in which DL4J lays those out. */
final class Dl4jWeights {

    private Dl4jWeights() {}

    /** Biases, then weights [out, in, height, width], whether the maps are channels first or last. */
    static Convolution convolution(ConvolutionLayer layer, Shape input, Dl4jParameters parameters) {
        Dl4jWindow window = Dl4jWindow.of(layer);
        long out = layer.getNOut();
        INDArray bias = layer.hasBias() ? parameters.take(out) : zeros(out);
        INDArray weights = parameters.take(out, layer.getNIn(), window.kernel()[0], window.kernel()[1]);
        return new Convolution(weights, bias, window.over(input), 1);
    }

    /** Weights [in, out] column by column, which is [out, in] row by row, then biases. */
    static Dense dense(long nIn, long nOut, boolean hasBias, Dl4jValue input, Dl4jParameters parameters) {
        INDArray weights = parameters.take(nOut, nIn);
        INDArray bias = hasBias ? parameters.take(nOut) : zeros(nOut);
        return new Dense(input.isPermuted() ? channelsFirst(weights, input.shape()) : weights, bias);
    }

    /** The columns for a vector of rows, columns, channels in the order channels, rows, columns. */
    private static INDArray channelsFirst(INDArray weights, Shape maps) {
        long units = weights.size(0);
        if (weights.size(1) != maps.size()) {
            throw new IllegalArgumentException(weights.size(1) + " inputs do not match maps of " + maps);
        }
        return weights.reshape('c', units, maps.height(), maps.width(), maps.channels())
                .permute(0, 3, 1, 2)
                .dup('c')
                .reshape('c', units, maps.size());
    }

    /** Gamma, beta (unless they are locked), mean, then variance or the decimal logarithm of its root. */
    static BatchNorm batchNorm(BatchNormalization layer, Dl4jParameters parameters) {
        int channels = Math.toIntExact(layer.getNOut());
        boolean locked = layer.isLockGammaBeta();
        float[] gamma = locked ? all(channels, layer.getGamma()) : parameters.floats(channels);
        float[] beta = locked ? all(channels, layer.getBeta()) : parameters.floats(channels);
        float[] mean = parameters.floats(channels);
        float[] variance = parameters.floats(channels);
        if (layer.isUseLogStd()) {
            for (int c = 0; c < channels; c++) {
                variance[c] = (float) Math.pow(10, 2 * variance[c]);
            }
        }
        return BatchNorm.of(gamma, beta, mean, variance, layer.getEps());
    }

    private static float[] all(int channels, double value) {
        float[] values = new float[channels];
        Arrays.fill(values, (float) value);
        return values;
    }

    private static INDArray zeros(long units) {
        return Native.copyOf(new float[Math.toIntExact(units)], units);
    }
}
