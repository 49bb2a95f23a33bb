package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.zfscope.models.compute.nd4j.Native;

/**
 * Keeps filters from growing [Zeiler2014 §3]: one whose root mean square exceeds the limit is scaled down to it, so that
 * no filter of the first layer can dominate the others.
 */
final class FilterRms {

    private FilterRms() {}

    /** Scales down in place every filter of the convolutions among these layers that exceeds the limit. */
    static void limit(List<Layer> layers, double limit) {
        layers.stream()
                .filter(layer -> layer.conf().getLayer() instanceof ConvolutionLayer)
                .map(layer -> layer.getParam("W"))
                .forEach(filters -> limit(Native.floats(filters), (int) filters.size(0), limit));
    }

    /** Scales down in place every filter that exceeds the limit: [filters, channels, height, width]. */
    static void limit(FloatBuffer values, int filters, double limit) {
        int size = values.capacity() / filters;
        for (int f = 0; f < filters; f++) {
            double rms = rms(values, f * size, size);
            if (rms > limit) {
                scale(values, f * size, size, (float) (limit / rms));
            }
        }
    }

    private static double rms(FloatBuffer values, int start, int size) {
        double sum = 0;
        for (int i = start; i < start + size; i++) {
            sum += (double) values.get(i) * values.get(i);
        }
        return Math.sqrt(sum / size);
    }

    private static void scale(FloatBuffer values, int start, int size, float factor) {
        for (int i = start; i < start + size; i++) {
            values.put(i, values.get(i) * factor);
        }
    }
}
