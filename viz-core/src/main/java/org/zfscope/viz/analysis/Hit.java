package org.zfscope.viz.analysis;

import java.util.Comparator;

/**
 * A feature map's answer to one picture.
 *
 * @param value by which it is ranked
 * @param y row of the map's strongest position; of equals the first in row-major order
 * @param x its column
 */
public record Hit(float value, Dataset.Item picture, int y, int x) {

    /** Strongest first; of equals the one whose path comes first. No two pictures are equal, so the order is total. */
    public static final Comparator<Hit> STRONGEST_FIRST =
            Comparator.comparing(Hit::value, Comparator.reverseOrder()).thenComparing(Hit::picture);
}
