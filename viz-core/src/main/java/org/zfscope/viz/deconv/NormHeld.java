package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Standardising;

/** Back through a normalisation over the picture itself as if its statistics were constants, {@link Standardising#held}. */
record NormHeld(Standardising norm) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.eachSeed(
                above, below, (place, signal) -> norm.held(SignalMaps.forward(record.input(0), place), signal));
    }
}
