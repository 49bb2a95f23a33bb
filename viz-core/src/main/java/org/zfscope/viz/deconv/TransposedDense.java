package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Dense;

/** Back through a fully connected layer: the signal times the transposed weights. No bias. */
record TransposedDense(Dense dense) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return above.engine().multiplyTransposed(above.values(), dense.weights(), below.shape());
    }
}
