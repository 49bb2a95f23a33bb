package org.zfscope.viz.deconv;

import java.util.List;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.SpaceToDepth;

/** Back from channels to blocks of pixels. */
record WeaveBlocks(SpaceToDepth layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        DepthToSpace there = new DepthToSpace(layer.block(), layer.order());
        List<Place> pixels = above.places().stream()
                .map(place -> new Place(place.picture(), place.window().times(layer.block())))
                .toList();
        try (Signal woven = new Signal(there.forward(List.of(above.values())), pixels)) {
            return SignalMaps.move(woven, below);
        }
    }
}
