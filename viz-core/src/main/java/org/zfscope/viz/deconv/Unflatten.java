package org.zfscope.viz.deconv;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;

/** Back through flattening: the vector as maps again. */
record Unflatten() implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Below below) {
        return above.values()
                .dup('c')
                .reshape('c', below.window().batch(above.places().size()));
    }
}
