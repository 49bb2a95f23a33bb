package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/**
 * The identity, for layers that hand every input on as it is: dropout, each branch of an addition, and
 * local response normalisation where it is passed through.
 */
record PassThrough() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.move(above, below);
    }
}
