package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** Back through a ReLU, by one of the three rules. */
record Rectify(ReluRule rule) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        if (!rule.looksForward() && above.places().equals(below.places())) {
            return above.engine().rectify(above.values());
        }
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            from.window().copy(in, out, to.window());
            if (rule.looksForward()) {
                // f > 0 just where max(f, 0) > 0, and of the two a run keeps the second
                closeWhereOff(SignalMaps.forward(record.output(), to, channel), out);
            }
            if (rule.rectifiesSignal()) {
                cutNegative(out);
            }
        });
    }

    private static void closeWhereOff(float[] forward, float[] signal) {
        for (int i = 0; i < signal.length; i++) {
            signal[i] = forward[i] > 0 ? signal[i] : 0;
        }
    }

    private static void cutNegative(float[] signal) {
        for (int i = 0; i < signal.length; i++) {
            signal[i] = Math.max(signal[i], 0);
        }
    }
}
