package org.zfscope.viz.render;

import java.util.Arrays;
import java.util.Collection;

/** The smallest and the largest of some numbers. Infinite values and NaN do not count; of nothing it is 0 to 0. */
record Extent(double low, double high) {

    static Extent of(Collection<Planes> tiles) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Planes tile : tiles) {
            for (int i = 0; i < tile.length(); i++) {
                float value = tile.value(i);
                if (Float.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low <= high ? new Extent(low, high) : new Extent(0, 0);
    }

    /** What is left when a share of the values is cut off at either end. Zeros do not count: most maps are mostly zero. */
    static Extent clipped(Collection<Planes> tiles, double share) {
        float[] values = new float
                [Math.toIntExact(tiles.stream().mapToLong(Planes::length).sum())];
        int count = 0;
        for (Planes tile : tiles) {
            for (int i = 0; i < tile.length(); i++) {
                float value = tile.value(i);
                if (Float.isFinite(value) && value != 0) {
                    values[count++] = value;
                }
            }
        }
        Arrays.sort(values, 0, count);
        int cut = (int) (share * count);
        return count == 0 ? new Extent(0, 0) : new Extent(values[cut], values[count - 1 - cut]);
    }
}
