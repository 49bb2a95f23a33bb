package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Convolution;

/**
 * Back through a convolution: the signal is convolved with the same filters, flipped vertically and horizontally, inputs
 * and outputs exchanged [Zeiler2014 §2.1]. No bias.
 */
record TransposedFilter(Convolution convolution) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return above.engine()
                .transposed(above, convolution.weights(), convolution.geometry(), convolution.groups(), below.places());
    }

    @Override
    public Maps backRectified(LayerRecord record, Signal above, Destination below) {
        return above.engine()
                .transposedRectified(
                        above, convolution.weights(), convolution.geometry(), convolution.groups(), below.places());
    }
}
