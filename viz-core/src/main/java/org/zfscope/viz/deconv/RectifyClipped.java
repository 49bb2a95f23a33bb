package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.ClippedRelu;

/**
 * Back through a ReLU with a ceiling. No paper says how; each rule does what it does for a ReLU, and nothing passes where
 * the way forward was at the ceiling. So even the deconvnet looks forward here.
 */
record RectifyClipped(ClippedRelu layer, ReluRule rule) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        Maps output = record.output();
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            from.window().copy(in, out, to.window());
            float[] f = SignalMaps.forward(output, to, channel);
            for (int i = 0; i < out.length; i++) {
                out[i] = passes(f[i], out[i]) ? out[i] : 0;
            }
        });
    }

    private boolean passes(float f, float signal) {
        return f < layer.ceiling() && (f > 0 || !rule.looksForward()) && (signal > 0 || !rule.rectifiesSignal());
    }
}
