package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
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
            throw new IllegalArgumentException(
                    say("models.local-response-norm.local-response-normalisation-over", size));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().normalised(input, size, alpha, beta, k).orElseGet(() -> looped(input));
    }

    private Maps looped(Maps input) {
        List<Tensor> pictures =
                IntStream.range(0, input.pictures()).mapToObj(input::picture).toList();
        return input.engine()
                .make(
                        input.pictures(),
                        input.shape(),
                        (picture, channel, out) -> normalise(pictures.get(picture), channel, out));
    }

    /** A picture's maps, normalised. */
    public Tensor normalised(Tensor x) {
        Tensor y = Tensor.zeros(x.shape());
        int area = x.shape().area();
        for (int c = 0; c < x.shape().channels(); c++) {
            float[] map = new float[area];
            normalise(x, c, map);
            System.arraycopy(map, 0, y.values(), c * area, area);
        }
        return y;
    }

    private void normalise(Tensor x, int c, float[] out) {
        float[] d = denominator(x, c);
        for (int p = 0; p < d.length; p++) {
            out[p] = x.values()[c * d.length + p] * power(d[p], -beta);
        }
    }

    /** d at every position of map c: [height, width]. */
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

    /**
     * The derivative at work. With y_j = x_j d_j^-beta, map c of a signal R becomes
     * R_c d_c^-beta - 2 alpha beta x_c * (sum of R_j y_j / d_j over the maps j whose d holds x_c).
     *
     * @param x what came in on the way forward, [channels, height, width]
     * @param signal of the same shape
     */
    public Tensor derivative(Tensor x, Tensor signal) {
        int channels = x.shape().channels();
        int area = x.shape().area();
        float[] derived = new float[x.shape().size()];
        float[] ratio = new float[derived.length]; // R y / d
        IntStream.range(0, channels).parallel().forEach(c -> {
            float[] d = denominator(x, c);
            for (int p = 0; p < area; p++) {
                int at = c * area + p;
                float scaled = signal.values()[at] * power(d[p], -beta);
                derived[at] = scaled;
                ratio[at] = scaled * x.values()[at] / d[p];
            }
        });
        IntStream.range(0, channels).parallel().forEach(c -> {
            for (int j = firstHolding(c); j < endHolding(c, channels); j++) {
                for (int p = 0; p < area; p++) {
                    derived[c * area + p] -= 2 * alpha * beta * x.values()[c * area + p] * ratio[j * area + p];
                }
            }
        });
        return new Tensor(x.shape(), derived);
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
