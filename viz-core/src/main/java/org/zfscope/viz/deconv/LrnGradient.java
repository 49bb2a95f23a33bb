package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.tensor.Tensor;

/** Back through normalisation across maps by its true derivative, {@link LocalResponseNorm#derivative}. */
record LrnGradient(LocalResponseNorm norm) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.eachSeed(above, below, (place, signal) -> {
            Tensor x = SignalMaps.forward(record.input(0), place);
            return norm.derivative(x, signal);
        });
    }
}
