package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.layer.BatchNorm;

/** Back through batch normalisation: every channel times gamma / sqrt(variance + epsilon); the shift has no part in it. */
record ScaleChannels(BatchNorm norm) implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            SignalMaps.copy(in, from.window(), out, to.window());
            for (int i = 0; i < out.length; i++) {
                out[i] *= norm.scale()[channel];
            }
        });
    }
}
