package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** Back through flattening: the vector as maps again. */
record Unflatten() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return above.engine().reshaped(above.values(), below.window());
    }
}
