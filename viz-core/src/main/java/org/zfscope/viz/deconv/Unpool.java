package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/**
 * Back through a max pool: every value goes to where its maximum came from, as the switches recorded it. Where windows
 * overlap and share a switch the values add up, which makes this the exact adjoint of pooling [Zeiler2014 §2.1].
 */
record Unpool() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return above.engine().unpool(above, record.switches(), below.shape(), below.places());
    }
}
