package org.zfscope.viz.deconv;

import java.util.List;
import org.zfscope.models.compute.Place;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * What a step back has to fill: windows of one of its layer's inputs.
 *
 * @param input which of the layer's inputs, from 0
 * @param shape the whole input's shape
 * @param places for each seed the window that its signal can reach
 */
public record Destination(int input, Shape shape, List<Place> places) {

    public Destination {
        places = List.copyOf(places);
    }

    /** The shape of one seed's signal. */
    Shape window() {
        Window window = places.get(0).window();
        return new Shape(shape.channels(), window.height(), window.width());
    }
}
