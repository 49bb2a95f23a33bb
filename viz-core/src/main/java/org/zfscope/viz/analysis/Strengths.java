package org.zfscope.viz.analysis;

import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Tensor;

/** By what a layer's units are ordered, strongest first. */
public final class Strengths {

    private Strengths() {}

    /**
     * Each map's largest value.
     *
     * @param maps [channels, height, width]
     */
    public static float[] ofMaps(Tensor maps) {
        int area = maps.shape().area();
        float[] strengths = new float[maps.shape().channels()];
        for (int c = 0; c < strengths.length; c++) {
            float most = maps.values()[c * area];
            for (int i = 1; i < area; i++) {
                most = Math.max(most, maps.values()[c * area + i]);
            }
            strengths[c] = most;
        }
        return strengths;
    }

    /** Each filter's largest weight, whatever its sign. */
    public static float[] ofFilters(FilterWeights filters) {
        int each = filters.channels() * filters.height() * filters.width();
        float[] strengths = new float[filters.filters()];
        for (int i = 0; i < filters.weights().length; i++) {
            strengths[i / each] = Math.max(strengths[i / each], Math.abs(filters.weights()[i]));
        }
        return strengths;
    }
}
