package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Engine.MapSource;

/** Channels that lie side by side, {@code a0 b0 a1 b1}, from and to maps one after the other, {@code a0 a1 b0 b1}. */
final class Lanes {

    private Lanes() {}

    /**
     * Takes a group's channels apart.
     *
     * @param plane [area, lanes]
     * @param count channels of the group
     * @param maps [channels, area], where they go from channel {@code first} on
     */
    static void apart(float[] plane, int lanes, int count, float[] maps, int first) {
        int area = plane.length / lanes;
        for (int lane = 0; lane < count; lane++) {
            int to = (first + lane) * area;
            for (int p = 0; p < area; p++) {
                maps[to + p] = plane[p * lanes + lane];
            }
        }
    }

    /**
     * The largest number in each lane, for the channels from {@code first} on.
     *
     * @param plane [area, lanes]
     */
    static void maxima(float[] plane, int lanes, float[] maxima, int first) {
        float[] largest = new float[lanes];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        for (int p = 0; p < plane.length; p += lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                float value = plane[p + lane];
                largest[lane] = value > largest[lane] ? value : largest[lane];
            }
        }
        System.arraycopy(largest, 0, maxima, first, lanes);
    }

    /** Fills a new block, map by map, several groups at once. */
    static void fill(Block block, MapSource source) {
        Layout layout = block.layout();
        FloatBuffer floats = block.floats();
        IntStream.range(0, layout.extent().batch() * layout.groups())
                .parallel()
                .forEach(i -> floats.put(
                        i * layout.plane(), plane(layout, source, i / layout.groups(), i % layout.groups())));
    }

    private static float[] plane(Layout layout, MapSource source, int picture, int group) {
        int lanes = layout.lanes();
        int area = layout.extent().area();
        float[] plane = new float[layout.plane()];
        for (int lane = 0;
                lane < lanes && group * lanes + lane < layout.extent().channels();
                lane++) {
            float[] map = lanes == 1 ? plane : new float[area];
            source.fill(picture, group * lanes + lane, map);
            for (int p = 0; p < area && lanes > 1; p++) {
                plane[p * lanes + lane] = map[p];
            }
        }
        return plane;
    }
}
