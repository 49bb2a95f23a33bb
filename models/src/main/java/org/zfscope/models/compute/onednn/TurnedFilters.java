package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/** Filters for the way back: flipped vertically and horizontally, inputs and outputs exchanged [Zeiler2014 §2.1]. */
final class TurnedFilters {

    private TurnedFilters() {}

    /** From [groups, filters, channels, height, width] to [groups, channels, filters, height, width]. */
    static void write(FloatBuffer from, FilterShape shape, FloatBuffer to) {
        int depth = shape.depth();
        int area = shape.area();
        IntStream.range(0, shape.filters()).parallel().forEach(o -> {
            int group = o / shape.each();
            float[] filter = new float[depth * area];
            from.get(o * filter.length, filter);
            float[] flipped = new float[area];
            for (int c = 0; c < depth; c++) {
                for (int p = 0; p < area; p++) {
                    flipped[p] = filter[(c + 1) * area - 1 - p];
                }
                to.put(((group * depth + c) * shape.each() + o % shape.each()) * area, flipped);
            }
        });
    }
}
