package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Windows of feature maps, each of a picture of its own, copied row by row in the order that the maps have. */
public final class Crop {

    /** Where a window begins: in which picture, and at which row and column, which may be outside. */
    public record Corner(int picture, int y, int x) {}

    private Crop() {}

    /** A new block of one window for each corner, all of one size; zero where they hang over the maps' border. */
    public static Block copy(OneDnn dnn, Block maps, List<Corner> corners, int height, int width) {
        Extent extent = new Extent(corners.size(), maps.extent().channels(), height, width);
        Block windows = dnn.block(maps.layout().of(extent));
        int groups = maps.layout().groups();
        FloatBuffer from = maps.floats();
        FloatBuffer to = windows.floats();
        IntStream.range(0, corners.size() * groups)
                .parallel()
                .forEach(i -> copy(
                        from, maps.layout(), corners.get(i / groups), i % groups, to, windows.layout(), i / groups));
        return windows;
    }

    private static void copy(
            FloatBuffer from, Layout maps, Corner corner, int group, FloatBuffer to, Layout windows, int window) {
        int lanes = maps.lanes();
        int top = Math.max(0, -corner.y);
        int bottom = Math.min(windows.extent().height(), maps.extent().height() - corner.y);
        int left = Math.max(0, -corner.x);
        int columns = Math.min(windows.extent().width(), maps.extent().width() - corner.x) - left;
        int source = corner.picture * maps.picture() + group * maps.plane() + (corner.x + left) * lanes;
        int target = window * windows.picture() + group * windows.plane();
        float[] zeros = new float[windows.row()];
        for (int y = 0; y < windows.extent().height(); y++) {
            int row = target + y * windows.row();
            if (y < top || y >= bottom || columns <= 0) {
                to.put(row, zeros);
            } else {
                to.put(row, zeros, 0, left * lanes);
                to.put(row + left * lanes, from, source + (corner.y + y) * maps.row(), columns * lanes);
                int end = (left + columns) * lanes;
                to.put(row + end, zeros, 0, windows.row() - end);
            }
        }
    }
}
