package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;

/** One step back through one layer: the transpose of its way forward. It sees its own layer's record and the signal, nothing else. */
public interface Step extends AutoCloseable {

    /**
     * Carries the signal to one of the layer's inputs.
     *
     * @return new [seeds, channels, height, width] for the windows below; the caller closes it
     */
    INDArray back(LayerRecord record, Signal above, Destination below);

    /** Gives back what the step keeps ready between calls. */
    @Override
    default void close() {}
}
