package org.zfscope.models.compute.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;

/**
 * A layer's filters with the forms that one direction needs, kept with its weights. Each direction has its own, so that
 * those for the way back can be given back alone.
 */
abstract sealed class LayerFilters implements AutoCloseable {

    private record Key(OneDnn dnn, int groups) {}

    private final Filters filters;
    private final Memory bias;

    /** For the way forward. */
    static final class Forward extends LayerFilters {
        private Forward(OneDnn dnn, Weights weights, int groups) {
            super(dnn, weights, groups);
        }
    }

    /** For the way back. */
    static final class Back extends LayerFilters {
        private Back(OneDnn dnn, Weights weights, int groups) {
            super(dnn, weights, groups);
        }
    }

    private LayerFilters(OneDnn dnn, Weights weights, int groups) {
        FilterShape shape =
                new FilterShape(weights.units(), weights.side(1) * groups, groups, weights.side(2), weights.side(3));
        this.bias = Memory.of(weights.bias());
        this.filters = new Filters(dnn, shape, new FloatPointer(weights.floats()), new FloatPointer(bias.floats()));
    }

    static Filters forward(OneDnn dnn, Weights weights, int groups) {
        Forward form = weights.prepared(Forward.class, new Key(dnn, groups), () -> new Forward(dnn, weights, groups));
        return form.filters();
    }

    static Filters back(OneDnn dnn, Weights weights, int groups) {
        Back form = weights.prepared(Back.class, new Key(dnn, -groups), () -> new Back(dnn, weights, groups));
        return form.filters();
    }

    Filters filters() {
        return filters;
    }

    @Override
    public void close() {
        filters.close();
        bias.close();
    }
}
