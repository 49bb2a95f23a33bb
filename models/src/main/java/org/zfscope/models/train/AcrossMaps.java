package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.Map;
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

/**
 * Local response normalisation at speed. DL4J's own takes a quarter of a training step, and ND4J's {@code lrn} operation
 * computes something else, so this stands in where DL4J lets helpers stand in. With s = k + alpha * (sum of squares over
 * the n nearest maps) it gives y = x * s^-beta, and backwards dx = dy * s^-beta - 2 alpha beta x * (sum over the same maps
 * of dy * x * s^(-beta - 1)).
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
        INDArray in = LayerHelpers.rowMajor(x);
        Picture shape = new Picture(x, n);
        FloatBuffer from = Native.floats(in);
        FloatBuffer to = Native.floats(out);
        IntStream.range(0, (int) x.size(0)).parallel().forEach(i -> {
            float[] values = shape.read(from, i);
            float[] scale = shape.scale(values, k, alpha);
            for (int j = 0; j < values.length; j++) {
                values[j] *= power(scale[j], beta);
            }
            shape.write(values, to, i);
        });
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray x, INDArray epsilon, double k, double n, double alpha, double beta, LayerWorkspaceMgr memory) {
        INDArray out = memory.createUninitialized(ArrayType.ACTIVATION_GRAD, x.dataType(), x.shape(), 'c');
        INDArray in = LayerHelpers.rowMajor(x);
        INDArray signal = LayerHelpers.rowMajor(epsilon);
        Picture shape = new Picture(x, n);
        FloatBuffer from = Native.floats(in);
        FloatBuffer above = Native.floats(signal);
        FloatBuffer to = Native.floats(out);
        float factor = (float) (2 * alpha * beta);
        IntStream.range(0, (int) x.size(0)).parallel().forEach(i -> {
            float[] values = shape.read(from, i);
            float[] dy = shape.read(above, i);
            float[] scale = shape.scale(values, k, alpha);
            float[] shared = new float[values.length];
            for (int j = 0; j < values.length; j++) {
                dy[j] *= power(scale[j], beta);
                shared[j] = dy[j] * values[j] / scale[j];
            }
            float[] sums = shape.sums(shared);
            for (int j = 0; j < values.length; j++) {
                dy[j] -= factor * values[j] * sums[j];
            }
            shape.write(dy, to, i);
        });
        return new Pair<>(new DefaultGradient(), out);
    }

    /** s^-beta. */
    private static float power(float s, double beta) {
        return beta == 0.75 ? (float) (1 / (Math.sqrt(s) * Math.sqrt(Math.sqrt(s)))) : (float) Math.pow(s, -beta);
    }

    /** One picture of a batch: maps of {@code plane} pixels, each normalised by {@code half} maps on either side. */
    private record Picture(int maps, int plane, int half) {

        Picture(INDArray batch, double n) {
            this((int) batch.size(1), (int) (batch.size(2) * batch.size(3)), (int) n / 2);
        }

        float[] read(FloatBuffer from, int picture) {
            float[] values = new float[maps * plane];
            from.duplicate().position(picture * values.length).get(values);
            return values;
        }

        void write(float[] values, FloatBuffer to, int picture) {
            to.duplicate().position(picture * values.length).put(values);
        }

        float[] scale(float[] values, double k, double alpha) {
            float[] squares = new float[values.length];
            for (int j = 0; j < values.length; j++) {
                squares[j] = values[j] * values[j];
            }
            float[] scale = sums(squares);
            for (int j = 0; j < scale.length; j++) {
                scale[j] = (float) k + (float) alpha * scale[j];
            }
            return scale;
        }

        /** Sums over neighbouring maps at the same place. */
        float[] sums(float[] values) {
            float[] sums = new float[values.length];
            for (int map = 0; map < maps; map++) {
                for (int from = Math.max(0, map - half); from <= Math.min(maps - 1, map + half); from++) {
                    add(values, from * plane, sums, map * plane);
                }
            }
            return sums;
        }

        private void add(float[] values, int from, float[] sums, int to) {
            for (int j = 0; j < plane; j++) {
                sums[to + j] += values[from + j];
            }
        }
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
