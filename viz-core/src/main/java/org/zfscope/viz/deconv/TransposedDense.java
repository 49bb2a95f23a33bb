package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.layer.Dense;

/** Back through a fully connected layer: the signal times the transposed weights. No bias. */
record TransposedDense(Dense dense) implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        return dense.transposed(above.values(), below.shape());
    }
}
