package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/** Back through a softmax by its true derivative: R' = p * (R - sum of R * p over the channels). */
record SoftmaxGradient() implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        INDArray moved = SignalMaps.move(above, below);
        Shape window = below.window();
        float[] all = new float[Math.toIntExact(moved.length())];
        Native.floats(moved).get(all);
        for (int seed = 0; seed < below.places().size(); seed++) {
            float[][] p = new float[window.channels()][];
            for (int c = 0; c < p.length; c++) {
                p[c] = SignalMaps.forward(record.output(), below.places().get(seed), c);
            }
            derive(p, all, seed * window.size(), window.area());
        }
        Native.floats(moved).put(all);
        return moved;
    }

    private static void derive(float[][] p, float[] signal, int first, int area) {
        for (int position = 0; position < area; position++) {
            double sum = 0;
            for (int c = 0; c < p.length; c++) {
                sum += (double) p[c][position] * signal[first + c * area + position];
            }
            for (int c = 0; c < p.length; c++) {
                int at = first + c * area + position;
                signal[at] = (float) (p[c][position] * (signal[at] - sum));
            }
        }
    }
}
