package org.zfscope.models.compute;

import java.util.List;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * Puts together what a stride has taken apart: phase p * horizontal + q of a channel holds every {@code vertical}-th row
 * and every {@code horizontal}-th column of its pixels, from row p and column q on. At stride 2, two maps of a row
 * {@code a0 a1 a2} and {@code b0 b1 b2} become {@code a0 b0 a1 b1 a2 b2}.
 */
public record Phases(int vertical, int horizontal) {

    /** Whether there is anything to put together. */
    public boolean isOne() {
        return vertical * horizontal == 1;
    }

    /**
     * The pixels of windows below.
     *
     * @param parts for each seed [channels * vertical * horizontal, height, width], whose places are {@code vertical} times
     *     as high and {@code horizontal} times as wide
     * @param below the windows to fill: zero where the parts do not reach
     */
    public Maps woven(Signal parts, List<Place> below) {
        Shape from = parts.values().shape();
        Window target = below.get(0).window();
        Shape shape = new Shape(from.channels() / (vertical * horizontal), target.height(), target.width());
        return parts.engine().make(below.size(), shape, (seed, channel, out) -> {
            float[][] maps = new float[vertical * horizontal][from.area()];
            for (int phase = 0; phase < maps.length; phase++) {
                parts.values().read(seed, channel * maps.length + phase, maps[phase]);
            }
            weave(
                    maps,
                    from.width(),
                    parts.places().get(seed).window(),
                    out,
                    below.get(seed).window());
        });
    }

    private void weave(float[][] phases, int width, Window from, float[] out, Window to) {
        int left = Math.max(from.x(), to.x());
        int right = Math.min(from.right(), to.right());
        for (int y = Math.max(from.y(), to.y()); y < Math.min(from.bottom(), to.bottom()); y++) {
            int row = y - from.y();
            int first = row % vertical * horizontal;
            int start = row / vertical * width;
            for (int x = left; x < right; x++) {
                int column = x - from.x();
                out[to.index(y, x)] = phases[first + column % horizontal][start + column / horizontal];
            }
        }
    }
}
