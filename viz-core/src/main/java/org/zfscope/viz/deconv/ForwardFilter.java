package org.zfscope.viz.deconv;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;

/** Back through a transposed convolution: the convolution that it is the transpose of. No bias. */
record ForwardFilter(TransposedConvolution layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        List<Place> seen = new ArrayList<>(); // what the windows below lie on, over the border too
        for (Place place : below.places()) {
            seen.add(new Place(place.picture(), layer.geometry().reach(place.window())));
        }
        Geometry inside = new Geometry(
                unpadded(layer.geometry().vertical()), unpadded(layer.geometry().horizontal()));
        try (Maps moved = above.engine().moved(above, 0, layer.filters(), seen)) {
            return above.engine().convolve(moved, layer.weights(), inside, layer.groups());
        }
    }

    private static Axis unpadded(Axis axis) {
        return new Axis(axis.kernel(), axis.stride(), 0, 0, axis.dilation(), false);
    }
}
