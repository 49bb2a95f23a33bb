package org.zfscope.models.compute;

import java.util.List;

/**
 * What travels down: for each seed, a window of a layer's maps, outside which the signal is zero. All windows have one
 * size and lie inside the maps.
 *
 * @param values as many pictures as there are seeds, each [channels, window height, window width]
 * @param places one for each seed
 */
public record Signal(Maps values, List<Place> places) implements AutoCloseable {

    public Signal {
        places = List.copyOf(places);
    }

    /** Who goes on with it. */
    public Engine engine() {
        return values.engine();
    }

    @Override
    public void close() {
        values.close();
    }
}
