package org.zfscope.viz.deconv;

import java.util.List;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.tensor.Window;

/** Back through another arrangement of the same values: the former one again. */
record UndoReshape(Reshape layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        List<Place> whole = above.places().stream()
                .map(place -> new Place(place.picture(), Window.whole(layer.shape())))
                .toList();
        try (Maps all = above.engine().moved(above, 0, layer.shape().channels(), whole)) {
            return above.engine().reshaped(all, below.shape());
        }
    }
}
