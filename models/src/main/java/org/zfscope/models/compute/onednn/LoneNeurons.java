package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * A signal that begins at single neurons, one a seed: what comes below a convolution is the neuron's own filter times its value.
 * So only that filter is read, where a convolution would read all, 9 MB with 512 filters of 512 channels.
 *
 * @param neurons which channel is not zero, for each seed; any where all are
 * @param values of these channels
 */
record LoneNeurons(Signal above, int[] neurons, float[] values) {

    /** Empty where a seed has more than one position, or more than one value that is not zero. */
    static Optional<LoneNeurons> in(Signal above) {
        Maps maps = above.values();
        if (maps.shape().area() != 1) {
            return Optional.empty();
        }
        LoneNeurons found = new LoneNeurons(above, new int[maps.pictures()], new float[maps.pictures()]);
        for (int seed = 0; seed < maps.pictures(); seed++) {
            if (!found.find(seed)) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private boolean find(int seed) {
        float[] all = above.values().picture(seed).values();
        int count = 0;
        for (int channel = 0; channel < all.length; channel++) {
            if (all[channel] != 0) {
                count++;
                neurons[seed] = channel;
            }
        }
        values[seed] = all[neurons[seed]];
        return count <= 1 && Float.isFinite(values[seed]);
    }

    /**
     * The filters, where they lie on the maps below.
     *
     * @param geometry of the convolution, without gaps in its filters
     * @param least what is less becomes this
     */
    Maps below(Weights filters, Geometry geometry, int groups, List<Place> below, float least) {
        FloatBuffer weights = filters.floats();
        int depth = filters.side(1);
        int taps = filters.side(2) * filters.side(3);
        int each = filters.units() / groups;
        Window one = below.get(0).window();
        Shape shape = new Shape(depth * groups, one.height(), one.width());
        return above.engine().make(below.size(), shape, (seed, channel, map) -> {
            if (channel / depth != neurons[seed] / each) {
                return; // of another group
            }
            float[] filter = new float[taps];
            weights.get((neurons[seed] * depth + channel % depth) * taps, filter);
            for (int i = 0; i < taps; i++) {
                filter[i] = Math.max(values[seed] * filter[i], least);
            }
            Window from = geometry.reach(above.places().get(seed).window());
            from.copy(filter, map, below.get(seed).window());
        });
    }
}
