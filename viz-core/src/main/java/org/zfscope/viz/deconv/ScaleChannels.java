package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.BatchNorm;

/** Back through batch normalisation: every channel times gamma / sqrt(variance + epsilon); the shift has no part in it. */
record ScaleChannels(BatchNorm norm) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        float[] shift = new float[norm.scale().length];
        try (Maps moved = SignalMaps.move(above, below)) {
            return above.engine().scaled(moved, norm.scale(), shift);
        }
    }
}
