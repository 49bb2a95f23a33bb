package org.zfscope.models.load.dl4j;

import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.zfscope.models.layer.Layer;

/**
 * One DL4J layer as up to two of ours: what it computes, and the activation fused into it.
 *
 * @param vector whether DL4J gives a vector
 * @param order how DL4J lays out what it gives
 */
record Dl4jStep(Optional<Layer> operation, Optional<Layer> activation, boolean vector, CNN2DFormat order) {

    /** A layer that takes and gives the same kind of thing. */
    static Dl4jStep like(Dl4jValue input, Optional<Layer> operation, Optional<Layer> activation) {
        return new Dl4jStep(operation, activation, input.vector(), input.order());
    }
}
