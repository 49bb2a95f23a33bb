package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.Broadcast;

/** Back through a multiplication by constants: the signal times the same constants; the shift has no part in it. */
record ScaleAny(Affine layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return Gather.of(above, below, (place, channel, signal) -> {
            float[] scale = Broadcast.read(layer.scale(), channel, place.window());
            for (int i = 0; i < signal.length; i++) {
                signal[i] *= scale[i];
            }
        });
    }
}
