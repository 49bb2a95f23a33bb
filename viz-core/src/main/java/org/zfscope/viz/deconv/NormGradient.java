package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Standardising;

/** Back through a normalisation over the picture itself by its true derivative, {@link Standardising#derivative}. */
record NormGradient(Standardising norm) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.eachSeed(
                above, below, (place, signal) -> norm.derivative(SignalMaps.forward(record.input(0), place), signal));
    }
}
