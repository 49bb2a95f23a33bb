package org.zfscope.viz.deconv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Carries signals map by map, for the steps that no engine has a kernel for. */
final class SignalMaps {

    /** Fills a map of the signal below, which starts as zeros, from the map of the same channel above. */
    @FunctionalInterface
    interface MapStep {
        void apply(Place above, float[] in, Place below, float[] out, int channel);
    }

    private SignalMaps() {}

    /** New maps below, every one made from the one above. */
    static Maps each(Signal above, Destination below, MapStep step) {
        int area = above.values().shape().area();
        return above.engine().make(below.places().size(), below.window(), (seed, channel, out) -> {
            float[] in = new float[area];
            above.values().read(seed, channel, in);
            step.apply(above.places().get(seed), in, below.places().get(seed), out, channel);
        });
    }

    /** The same signals in other windows: zero where those are larger, cut off where they are smaller. */
    static Maps move(Signal signal, Destination below) {
        return signal.engine().moved(signal, 0, below.shape().channels(), below.places());
    }

    /**
     * New maps below for a step that looks at all maps of a seed together.
     *
     * @param step from a seed's place below and its signal there, [channels, window height, window width], to what it
     *     becomes, of the same shape
     */
    static Maps eachSeed(Signal above, Destination below, BiFunction<Place, Tensor, Tensor> step) {
        List<Tensor> stepped = new ArrayList<>();
        try (Maps moved = move(above, below)) {
            for (int seed = 0; seed < below.places().size(); seed++) {
                stepped.add(step.apply(below.places().get(seed), moved.picture(seed)));
            }
        }
        return above.engine().of(stepped);
    }

    /** The forward values of one channel in a place: [window height, window width]. */
    static float[] forward(Maps maps, Place place, int channel) {
        Window window = place.window();
        float[] values = new float[window.height() * window.width()];
        maps.read(place.picture(), channel, window, values);
        return values;
    }

    /** The forward values in a place: [channels, window height, window width]. */
    static Tensor forward(Maps maps, Place place) {
        Window window = place.window();
        Tensor all = Tensor.zeros(new Shape(maps.shape().channels(), window.height(), window.width()));
        int area = all.shape().area();
        for (int channel = 0; channel < all.shape().channels(); channel++) {
            System.arraycopy(forward(maps, place, channel), 0, all.values(), channel * area, area);
        }
        return all;
    }
}
