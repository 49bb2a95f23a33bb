package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** One step back through one layer: the transpose of its way forward. It sees its own layer's record and the signal, nothing else. */
public interface Step {

    /** Whether any signal goes to that one of the layer's inputs. */
    default boolean leadsTo(int input) {
        return true;
    }

    /**
     * Carries the signal to one of the layer's inputs.
     *
     * @return new maps for the windows below, [channels, window height, window width] for each seed; the caller closes them
     */
    Maps back(LayerRecord record, Signal above, Destination below);

    /** The same with all that is below zero set to zero, which some steps do in one go. */
    default Maps backRectified(LayerRecord record, Signal above, Destination below) {
        try (Maps signed = back(record, above, below)) {
            return above.engine().rectify(signed);
        }
    }
}
