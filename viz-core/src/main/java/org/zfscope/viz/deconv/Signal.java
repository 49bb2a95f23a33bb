package org.zfscope.viz.deconv;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What travels down: for each seed, a window of a layer's maps, outside which the signal is zero. All windows have one
 * size and lie inside the maps.
 *
 * @param values [seeds, channels, window height, window width]
 * @param places one for each seed
 */
public record Signal(INDArray values, List<Place> places) implements AutoCloseable {

    public Signal {
        places = List.copyOf(places);
    }

    int channels() {
        return (int) values.size(1);
    }

    @Override
    public void close() {
        values.close();
    }
}
