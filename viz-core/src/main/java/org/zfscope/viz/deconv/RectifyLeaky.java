package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.LeakyRelu;

/**
 * Back through a leaky ReLU. No paper says how; each rule does what it does for a ReLU, with the slope in the place of
 * zero: the deconvnet applies the leaky ReLU to the signal, the gradient multiplies by 1 or the slope, guided does both.
 */
record RectifyLeaky(LeakyRelu layer, ReluRule rule) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            from.window().copy(in, out, to.window());
            if (rule.looksForward()) {
                damp(SignalMaps.forward(record.input(0), to, channel), out);
            }
            if (rule.rectifiesSignal()) {
                damp(out, out);
            }
        });
    }

    /** Multiplies the signal by the slope wherever the gate is not positive. */
    private void damp(float[] gate, float[] signal) {
        for (int i = 0; i < signal.length; i++) {
            signal[i] *= gate[i] > 0 ? 1 : layer.slope();
        }
    }
}
