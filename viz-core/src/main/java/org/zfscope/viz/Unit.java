package org.zfscope.viz;

import org.zfscope.models.compute.Place;
import org.zfscope.models.tensor.Window;

/**
 * A target found in a forward run.
 *
 * @param picture which of the run's pictures
 * @param window the neurons: one, or the whole map
 * @param activation the strongest value in the window
 */
public record Unit(String layer, int unit, int picture, Window window, float activation) {

    /** The unit's address without the position: {@code layer:unit}. */
    public String name() {
        return layer + ":" + unit;
    }

    Place place() {
        return new Place(picture, window);
    }

    /** True for a whole map. */
    public boolean isMap() {
        return window.height() > 1 || window.width() > 1;
    }
}
