package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.layer.Relu;

/** Back through a ReLU, by one of the three rules. */
record Rectify(ReluRule rule) implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        if (!rule.looksForward() && above.places().equals(below.places())) {
            return Relu.rectify(above.values());
        }
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            SignalMaps.copy(in, from.window(), out, to.window());
            if (rule.looksForward()) {
                closeWhereOff(SignalMaps.forward(record.inputs().get(0), to, channel), out);
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
