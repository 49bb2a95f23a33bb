package org.zfscope.models.compute;

import java.util.List;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * Max pooling of one map after the other, and its way back, in plain Java.
 *
 * @param from the shape of what is pooled
 * @param to the shape of what comes out
 */
public record MaxPooling(Geometry geometry, Shape from, Shape to) {

    /** Of maps of that shape. */
    public MaxPooling(Geometry geometry, Shape from) {
        this(geometry, from, geometry.pooled(from));
    }

    /** Switches as plain numbers, for each output of each picture in turn. */
    private record Plain(Shape pooled, int[] at) implements Switches {

        @Override
        public int at(int picture, int channel, int y, int x) {
            return at[start(picture, channel) + y * pooled.width() + x];
        }

        @Override
        public void read(int picture, int channel, Window window, int[] positions) {
            int start = start(picture, channel) + window.y() * pooled.width() + window.x();
            for (int y = 0; y < window.height(); y++) {
                System.arraycopy(at, start + y * pooled.width(), positions, y * window.width(), window.width());
            }
        }

        private int start(int picture, int channel) {
            return (picture * pooled.channels() + channel) * pooled.area();
        }
    }

    static Pooled of(Maps input, Geometry geometry) {
        MaxPooling pooling = new MaxPooling(geometry, input.shape());
        Shape to = pooling.to;
        int[] at = new int[Math.multiplyExact(input.pictures(), to.size())];
        Maps values = input.engine().make(input.pictures(), to, (picture, channel, out) -> {
            float[] in = new float[pooling.from.area()];
            input.read(picture, channel, in);
            pooling.pool(in, out, at, (picture * to.channels() + channel) * to.area());
        });
        return new Pooled(values, new Plain(to, at));
    }

    /**
     * Pools one map.
     *
     * @param in [height, width] of the input
     * @param out [height, width] of the output
     * @param at gets the positions in the map that won, from {@code first} on
     */
    public void pool(float[] in, float[] out, int[] at, int first) {
        for (int y = 0; y < to.height(); y++) {
            int row = y * to.width();
            strongest(in, y, at, first + row);
            for (int x = 0; x < to.width(); x++) {
                out[row + x] = in[at[first + row + x]];
            }
        }
    }

    /**
     * Finds the strongest position of each window of output row y, from {@code at[first]} on. It sweeps over the row's
     * windows once for each position in a window, and never branches on a value: that is a coin toss, which processors
     * guess wrong half of the time.
     */
    private void strongest(float[] map, int y, int[] at, int first) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        int top = v.firstInside(y);
        int bottom = Math.min(v.start(y) + v.extent(), from.height());
        for (int x = 0; x < to.width(); x++) {
            at[first + x] = top * from.width() + h.firstInside(x);
        }
        for (int row = top; row < bottom; row += v.dilation()) {
            for (int k = 0; k < h.kernel(); k++) {
                int column = h.start(0) + k * h.dilation();
                int left = Math.max(0, -Math.floorDiv(column, h.stride()));
                int right = Math.min(to.width(), Math.floorDiv(from.width() - 1 - column, h.stride()) + 1);
                int challenger = row * from.width() + column + left * h.stride();
                challenge(map, at, first + left, first + right, challenger, h.stride());
            }
        }
    }

    /** One sweep: each window's position goes to its challenger where that is stronger. */
    private static void challenge(float[] map, int[] at, int first, int end, int challenger, int stride) {
        int other = challenger;
        for (int i = first; i < end; i++) {
            int best = at[i];
            at[i] = best + ((other - best) & less(map[best], map[other]));
            other += stride;
        }
    }

    /** All bits set where a < b, else none: the sign of the difference, which must not be -0. */
    private static int less(float a, float b) {
        return Float.floatToRawIntBits(a - b + 0f) >> (Integer.SIZE - 1);
    }

    static Maps back(Signal above, Switches switches, Shape map, List<Place> below) {
        Window target = below.get(0).window();
        Shape shape = new Shape(map.channels(), target.height(), target.width());
        int area = above.values().shape().area();
        return above.engine().make(below.size(), shape, (seed, channel, out) -> {
            Place place = above.places().get(seed);
            float[] in = new float[area];
            int[] at = new int[area];
            above.values().read(seed, channel, in);
            switches.read(place.picture(), channel, place.window(), at);
            unpool(in, at, 0, map.width(), out, below.get(seed).window());
        });
    }

    /**
     * The way back: every value goes to where its maximum came from; where several came from one place they add up.
     *
     * @param in the signal on a window of the output
     * @param at for each value of the signal, from {@code first} on, the position in the map where it came from
     * @param width of the whole map
     * @param out a window of the map, [height, width], to which the signal is added
     */
    public static void unpool(float[] in, int[] at, int first, int width, float[] out, Window window) {
        for (int i = 0; i < in.length; i++) {
            if (in[i] != 0) {
                int position = at[first + i];
                out[window.index(position / width, position % width)] += in[i];
            }
        }
    }
}
