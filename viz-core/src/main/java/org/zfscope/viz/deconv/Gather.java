package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * The transpose of spreading a smaller input over larger maps: what goes to one of its values comes from all those that it
 * stood for, see {@link org.zfscope.models.layer.Broadcast}.
 */
final class Gather {

    /** Factors for one channel of the signal in its own window, [window height, window width]. */
    @FunctionalInterface
    interface Factors {
        void times(Place place, int channel, float[] signal);
    }

    private Gather() {}

    /** New maps below: the sums of the signal times the factors. */
    static Maps of(Signal above, Destination below, Factors factors) {
        Shape from = above.values().shape();
        boolean oneForAll = below.shape().channels() == 1;
        return above.engine().make(below.places().size(), below.window(), (seed, channel, out) -> {
            Place place = above.places().get(seed);
            float[] signal = new float[from.area()];
            int last = oneForAll ? from.channels() - 1 : channel;
            for (int c = channel; c <= last; c++) {
                above.values().read(seed, c, signal);
                factors.times(place, c, signal);
                add(signal, place.window(), out, below.places().get(seed).window(), below.shape());
            }
        });
    }

    private static void add(float[] signal, Window from, float[] out, Window to, Shape map) {
        for (int i = 0; i < signal.length; i++) {
            if (signal[i] != 0) { // elsewhere the window above may be larger than what leads to the one below
                int y = map.height() == 1 ? 0 : from.y() + i / from.width();
                int x = map.width() == 1 ? 0 : from.x() + i % from.width();
                out[to.index(y, x)] += signal[i];
            }
        }
    }
}
