package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Weights;

/** A layer with weights. They belong to the network that the layer is in. */
public sealed interface Weighted permits Convolution, Dense, TransposedConvolution {

    Weights weights();

    /** The same layer with other weights of the same sides. */
    Layer with(Weights other);

    /**
     * The way forward through this layer and a ReLU on top of it, which engines may do in one go.
     *
     * @param ceiling of the ReLU, infinite where it has none
     */
    Maps forwardRectified(List<Maps> inputs, float ceiling);
}
