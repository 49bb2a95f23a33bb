package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Engine.MapSource;

/** Channels that lie side by side, {@code a0 b0 a1 b1}, from and to maps one after the other, {@code a0 a1 b0 b1}. */
final class Lanes {

    private Lanes() {}

    /**
     * Takes a row of a group's channels apart.
     *
     * @param row [width, lanes]
     * @param count channels of the group
     * @param maps where they go: that of the first channel from {@code to} on, each next one {@code area} further
     */
    static void apart(float[] row, int lanes, int count, float[] maps, int to, int area) {
        int width = row.length / lanes;
        for (int lane = 0; lane < count; lane++) {
            int first = to + lane * area;
            for (int x = 0; x < width; x++) {
                maps[first + x] = row[x * lanes + lane];
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
