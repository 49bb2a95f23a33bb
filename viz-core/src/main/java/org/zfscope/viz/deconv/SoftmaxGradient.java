package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Back through a softmax by its true derivative: R' = p * (R - sum of R * p over the channels). */
record SoftmaxGradient() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.eachSeed(above, below, (place, signal) -> {
            Tensor p = SignalMaps.forward(record.output(), place);
            return derived(p.values(), signal.values(), signal.shape());
        });
    }

    private static Tensor derived(float[] p, float[] signal, Shape shape) {
        float[] derived = new float[signal.length];
        for (int position = 0; position < shape.area(); position++) {
            double sum = 0;
            for (int at = position; at < p.length; at += shape.area()) {
                sum += (double) p[at] * signal[at];
            }
            for (int at = position; at < p.length; at += shape.area()) {
                derived[at] = (float) (p[at] * (signal[at] - sum));
            }
        }
        return new Tensor(shape, derived);
    }
}
