package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.tensor.Shape;

/** The layers that have weights, in the order in which DL4J lays those out. */
final class Dl4jWeights {

    private Dl4jWeights() {}

    /** Biases, then weights [out, in, height, width], whether the maps are channels first or last. */
    static Convolution convolution(ConvolutionLayer layer, Shape input, Dl4jParameters parameters) {
        Dl4jWindow window = Dl4jWindow.of(layer);
        long out = layer.getNOut();
        float[] bias = parameters.bias(layer.hasBias(), out);
        Weights weights = parameters.weights(bias, out, layer.getNIn(), window.kernel()[0], window.kernel()[1]);
        return new Convolution(weights, window.over(input), 1);
    }

    /** Weights [in, out] column by column, which is [out, in] row by row, then biases. */
    static Dense dense(long nIn, long nOut, boolean hasBias, Dl4jValue input, Dl4jParameters parameters) {
        Weights weights = parameters.weightsThenBias(hasBias, nOut, nIn);
        return new Dense(input.isPermuted() ? channelsFirst(weights, input.shape()) : weights);
    }

    /** The columns for a vector of rows, columns, channels in the order channels, rows, columns. */
    private static Weights channelsFirst(Weights weights, Shape maps) {
        if (weights.side(1) != maps.size()) {
            throw new IllegalArgumentException(say("models.dl4j-weights.inputs-do-match-maps", weights.side(1), maps));
        }
        Memory ordered = Memory.allocate((long) weights.units() * maps.size());
        FloatBuffer to = ordered.floats();
        for (int unit = 0; unit < weights.units(); unit++) {
            to.put(channelsFirst(weights.unit(unit), maps));
        }
        Weights first = Weights.in(ordered, weights.bias(), weights.sides());
        weights.close();
        return first;
    }

    /** From [height, width, channels] to [channels, height, width]. */
    private static float[] channelsFirst(float[] channelsLast, Shape maps) {
        float[] values = new float[channelsLast.length];
        for (int i = 0; i < values.length; i++) {
            int position = i % maps.area();
            values[i] = channelsLast[position * maps.channels() + i / maps.area()];
        }
        return values;
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
}
