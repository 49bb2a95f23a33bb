package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry.Axis;

/**
 * Back through a max pool: every value goes to where its maximum came from, as the switches recorded it. Where windows
 * overlap and share a switch the values add up, which makes this the exact adjoint of pooling [Zeiler2014 §2.1].
 */
record Unpool(MaxPool pool) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return above.engine().unpool(above, record.switches(), below.shape(), below.places());
    }

    /** Where no two windows overlap no two values meet: the fewer values above can be rectified as well. */
    @Override
    public Maps backRectified(LayerRecord record, Signal above, Destination below) {
        if (overlaps(pool.geometry().vertical()) || overlaps(pool.geometry().horizontal())) {
            return Step.super.backRectified(record, above, below);
        }
        try (Signal rectified = new Signal(above.engine().rectify(above.values()), above.places())) {
            return back(record, rectified, below);
        }
    }

    private static boolean overlaps(Axis axis) {
        return axis.stride() < axis.extent();
    }
}
