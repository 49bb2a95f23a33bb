package org.zfscope.viz.analysis;

/** By what a picture's feature map is ranked among those of other pictures. */
public enum Rank {
    /** The strongest activation [Zeiler2014 §4]. */
    MAX,
    /** The sum of all activations: finds pictures full of a texture rather than one clear instance. */
    SUM;

    /** The map's value under this rank; NaN does not count. {@code max} is the map's largest value. */
    float value(float[] map, float max) {
        if (this == MAX) {
            return max;
        }
        double sum = 0;
        for (float v : map) {
            sum += Float.isNaN(v) ? 0 : v;
        }
        return (float) sum;
    }
}
