package org.zfscope.models.load.keras;

import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Shape;

/**
 * What a layer gives.
 *
 * @param node the layer's name here
 * @param layout how Keras has the same numbers
 * @param places for vectors: where Keras has what lies at each index here; empty where both have one order
 * @param scaling for the network's input, what has been done to the pixels
 */
record KerasValue(String node, Shape shape, Layout layout, int[] places, Optional<KerasScaling> scaling) {

    /** The order of the numbers in Keras. */
    enum Layout {
        /** [rows, columns, channels], as nearly all of Keras' networks have it. */
        CHANNELS_LAST,
        /** [channels, rows, columns], as here. */
        CHANNELS_FIRST,
        /** One after the other. */
        VECTOR
    }

    private static final int[] SAME = {};

    static KerasValue of(String node, Shape shape, Layout layout) {
        return new KerasValue(node, shape, layout, SAME, Optional.empty());
    }

    /** The network's input. */
    static KerasValue input(Shape shape, Layout layout) {
        return new KerasValue(Network.INPUT, shape, layout, SAME, Optional.of(KerasScaling.none(shape.channels())));
    }

    boolean isVector() {
        return layout == Layout.VECTOR;
    }

    KerasValue with(KerasScaling other) {
        return new KerasValue(node, shape, layout, places, Optional.of(other));
    }

    KerasValue with(Layout other) {
        return new KerasValue(node, shape, other, places, scaling);
    }

    /** The axis of the channels in Keras, counted from the batch. */
    int channelAxis() {
        return layout == Layout.CHANNELS_LAST ? 3 : 1;
    }

    /** Axes in Keras, with the batch. */
    int rank() {
        return isVector() ? 2 : 4;
    }

    /** Where Keras has what lies at each index here, once both have made a vector of it. */
    int[] flatPlaces() {
        if (isVector() || layout == Layout.CHANNELS_FIRST || shape.isFlat() || shape.channels() == 1) {
            return places;
        }
        int area = shape.area();
        int[] flat = new int[shape.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = i % area * shape.channels() + i / area;
        }
        return flat;
    }
}
