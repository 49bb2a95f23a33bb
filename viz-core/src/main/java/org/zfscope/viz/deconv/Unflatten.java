package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.nd4j.Native;

/** Back through flattening: the vector as maps again. */
record Unflatten() implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        return Native.reshaped(
                above.values(), below.window().batch(above.places().size()));
    }
}
