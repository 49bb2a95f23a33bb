package org.zfscope.viz.deconv;

import java.util.List;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.SpaceToDepth;

/** Back from blocks of pixels to channels. */
record GatherBlocks(DepthToSpace layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        List<Place> pixels = below.places().stream()
                .map(place -> new Place(place.picture(), place.window().times(layer.block())))
                .toList();
        int channels = above.values().shape().channels();
        try (Maps moved = above.engine().moved(above, 0, channels, pixels)) {
            return new SpaceToDepth(layer.block(), layer.order()).forward(List.of(moved));
        }
    }
}
