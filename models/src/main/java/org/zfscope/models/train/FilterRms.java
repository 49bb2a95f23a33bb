package org.zfscope.models.train;

import java.nio.FloatBuffer;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;

/**
 * Keeps filters from growing [Zeiler2014 §3]: one whose root mean square exceeds the limit is scaled down to it, so that
 * no filter of the first layer can dominate the others.
 */
final class FilterRms {

    private FilterRms() {}

    /** The weights of the convolutions among these layers, [filters, channels, height, width] each. */
    static List<INDArray> filters(List<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer.conf().getLayer() instanceof ConvolutionLayer)
                .map(layer -> layer.getParam("W"))
                .toList();
    }

    /** Scales down in place every filter that exceeds the limit. */
    static void limit(INDArray filters, double limit) {
        FloatBuffer values = Native.floats(filters);
        int size = (int) (filters.length() / filters.size(0));
        for (int f = 0; f < filters.size(0); f++) {
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
