package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Broadcast;
import org.zfscope.models.layer.ParametricRelu;

/** Back through a ReLU with slopes that were trained: as {@link RectifyLeaky}, each value with its own slope. */
record RectifyParametric(ParametricRelu layer, ReluRule rule) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            from.window().copy(in, out, to.window());
            float[] slopes = Broadcast.read(layer.slopes(), channel, to.window());
            if (rule.looksForward()) {
                damp(SignalMaps.forward(record.input(0), to, channel), out, slopes);
            }
            if (rule.rectifiesSignal()) {
                damp(out, out, slopes);
            }
        });
    }

    private static void damp(float[] gate, float[] signal, float[] slopes) {
        for (int i = 0; i < signal.length; i++) {
            signal[i] *= gate[i] > 0 ? 1 : slopes[i];
        }
    }
}
