package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.BatchNorm;

/** Back through batch normalisation: every channel times gamma / sqrt(variance + epsilon); the shift has no part in it. */
record ScaleChannels(BatchNorm norm) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            from.window().copy(in, out, to.window());
            for (int i = 0; i < out.length; i++) {
                out[i] *= norm.scale()[channel];
            }
        });
    }
}
