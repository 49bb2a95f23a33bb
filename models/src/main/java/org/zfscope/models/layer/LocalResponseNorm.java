package org.zfscope.models.layer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Local response normalisation across maps [Krizhevsky2012 §3.3]: x / d^beta, with
 * d = k + alpha * (sum of the squares at the same position in the {@code size} nearest maps).
 *
 * @param alpha undivided, as in the paper; Caffe, PyTorch and ONNX write size times as much
 */
public record LocalResponseNorm(int size, float alpha, float beta, float k) implements Layer {

    public LocalResponseNorm {
        if (size < 1) {
            throw new IllegalArgumentException("local response normalisation over " + size + " maps");
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        INDArray input = inputs.get(0);
        Shape shape = Native.shape(input);
        INDArray output = Native.allocate(input.shape());
        IntStream.range(0, (int) input.size(0)).forEach(i -> {
            Tensor picture = Native.picture(input, i);
            float[] scaled = new float[shape.size()];
            IntStream.range(0, shape.channels()).parallel().forEach(c -> {
                float[] d = denominator(picture, c);
                for (int p = 0; p < d.length; p++) {
                    int at = c * d.length + p;
                    scaled[at] = picture.values()[at] * power(d[p], -beta);
                }
            });
            Native.floats(output).put(i * scaled.length, scaled);
        });
        return output;
    }

    /** d at every position of map c. */
    public float[] denominator(Tensor picture, int c) {
        int area = picture.shape().area();
        float[] d = new float[area];
        Arrays.fill(d, k);
        for (int m = first(c); m < end(c, picture.shape().channels()); m++) {
            for (int p = 0; p < area; p++) {
                float v = picture.values()[m * area + p];
                d[p] += alpha * v * v;
            }
        }
        return d;
    }

    /** The first map that counts for map c. */
    public int first(int c) {
        return Math.max(0, c - (size - 1) / 2);
    }

    /** One past the last map that counts for map c. */
    public int end(int c, int channels) {
        return Math.min(channels, c + size / 2 + 1);
    }

    /** The first map for which map c counts: the neighbourhoods of even sizes are not symmetric. */
    public int firstHolding(int c) {
        return Math.max(0, c - size / 2);
    }

    /** One past the last map for which map c counts. */
    public int endHolding(int c, int channels) {
        return Math.min(channels, c + (size - 1) / 2 + 1);
    }

    /** d^exponent, without the general power where the usual exponent of 3/4 allows it. */
    public static float power(float d, float exponent) {
        return exponent == -0.75f ? (float) (1 / Math.sqrt(d * Math.sqrt(d))) : (float) Math.pow(d, exponent);
    }
}
