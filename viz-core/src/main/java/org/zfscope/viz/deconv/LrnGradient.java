package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Place;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * Back through normalisation across maps by its true derivative. With y_j = x_j d_j^-beta, map c gets
 * R_c d_c^-beta - 2 alpha beta x_c * (sum of R_j y_j / d_j over the maps j whose d holds x_c).
 */
record LrnGradient(LocalResponseNorm norm) implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        INDArray moved = SignalMaps.move(above, below);
        Shape window = below.window();
        float[] derived = new float[window.size()];
        for (int seed = 0; seed < below.places().size(); seed++) {
            Tensor x = forward(record.inputs().get(0), below.places().get(seed));
            Tensor signal = Native.picture(moved, seed);
            derive(x, signal, derived);
            Native.floats(moved).put(seed * derived.length, derived);
        }
        return moved;
    }

    private static Tensor forward(INDArray input, Place place) {
        Window window = place.window();
        Tensor x = Tensor.zeros(new Shape((int) input.size(1), window.height(), window.width()));
        int area = x.shape().area();
        for (int c = 0; c < x.shape().channels(); c++) {
            System.arraycopy(SignalMaps.forward(input, place, c), 0, x.values(), c * area, area);
        }
        return x;
    }

    private void derive(Tensor x, Tensor signal, float[] derived) {
        int channels = x.shape().channels();
        int area = x.shape().area();
        float[] ratio = new float[derived.length]; // R y / d
        IntStream.range(0, channels).parallel().forEach(c -> {
            float[] d = norm.denominator(x, c);
            for (int p = 0; p < area; p++) {
                int at = c * area + p;
                float scaled = signal.values()[at] * LocalResponseNorm.power(d[p], -norm.beta());
                derived[at] = scaled;
                ratio[at] = scaled * x.values()[at] / d[p];
            }
        });
        IntStream.range(0, channels).parallel().forEach(c -> {
            for (int j = norm.firstHolding(c); j < norm.endHolding(c, channels); j++) {
                for (int p = 0; p < area; p++) {
                    derived[c * area + p] -=
                            2 * norm.alpha() * norm.beta() * x.values()[c * area + p] * ratio[j * area + p];
                }
            }
        });
    }
}
