package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Place;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Carries signals map by map, for the steps that do not mix maps. The maps are shared out over the processor's cores. */
final class SignalMaps {

    /** Fills a map of the signal below, which starts as zeros, from the map of the same channel above. */
    @FunctionalInterface
    interface MapStep {
        void apply(Place above, float[] in, Place below, float[] out, int channel);
    }

    private SignalMaps() {}

    /** A new signal below, every map made from the one above. */
    static INDArray each(Signal above, Destination below, MapStep step) {
        return each(above, 0, below, step);
    }

    /** The same for layers that have put their inputs' channels one after the other. */
    static INDArray each(Signal above, int firstChannel, Destination below, MapStep step) {
        Shape target = below.window();
        int area = (int) (above.values().size(2) * above.values().size(3));
        INDArray result = Native.allocate(target.batch(above.places().size()));
        FloatBuffer from = Native.floats(above.values());
        FloatBuffer to = Native.floats(result);
        IntStream.range(0, above.places().size() * target.channels()).parallel().forEach(map -> {
            int seed = map / target.channels();
            int channel = map % target.channels();
            float[] in = new float[area];
            float[] out = new float[target.area()];
            from.get((seed * above.channels() + firstChannel + channel) * area, in);
            step.apply(above.places().get(seed), in, below.places().get(seed), out, channel);
            to.put(map * out.length, out);
        });
        return result;
    }

    /** A new array with the same signals in other windows: zero where those are larger, cut off where they are smaller. */
    static INDArray move(Signal signal, Destination below) {
        return each(signal, below, (from, in, to, out, channel) -> copy(in, from.window(), out, to.window()));
    }

    /**
     * Puts together what a stride has taken apart.
     *
     * @param phases [seeds, channels * vertical * horizontal, height, width], whose places are {@code vertical} times as
     *     high and {@code horizontal} times as wide: phase p * horizontal + q of a channel has every so many of its pixels,
     *     from row p and column q on
     */
    static INDArray weave(Signal phases, int vertical, int horizontal, Destination below) {
        Shape target = below.window();
        int width = (int) phases.values().size(3);
        int area = (int) phases.values().size(2) * width;
        INDArray result = Native.allocate(target.batch(phases.places().size()));
        FloatBuffer all = Native.floats(phases.values());
        FloatBuffer to = Native.floats(result);
        IntStream.range(0, phases.places().size() * target.channels())
                .parallel()
                .forEach(map -> {
                    int seed = map / target.channels();
                    float[] in = new float[vertical * horizontal * area];
                    float[] out = new float[target.area()];
                    all.get(map * in.length, in);
                    Window from = phases.places().get(seed).window();
                    Window wanted = below.places().get(seed).window();
                    int left = Math.max(from.x(), wanted.x());
                    int right = Math.min(from.right(), wanted.right());
                    for (int y = Math.max(from.y(), wanted.y()); y < Math.min(from.bottom(), wanted.bottom()); y++) {
                        int row = y - from.y();
                        int start = row % vertical * horizontal * area + row / vertical * width;
                        for (int x = left; x < right; x++) {
                            int column = x - from.x();
                            out[index(wanted, y, x)] = in[start + column % horizontal * area + column / horizontal];
                        }
                    }
                    to.put(map * out.length, out);
                });
        return result;
    }

    /** Copies what two windows share. */
    static void copy(float[] in, Window from, float[] out, Window to) {
        int top = Math.max(from.y(), to.y());
        int left = Math.max(from.x(), to.x());
        int width = Math.min(from.right(), to.right()) - left;
        for (int y = top; y < Math.min(from.bottom(), to.bottom()) && width > 0; y++) {
            System.arraycopy(in, index(from, y, left), out, index(to, y, left), width);
        }
    }

    /** Where position (y, x) of a map lies in a window's array. */
    static int index(Window window, int y, int x) {
        return (y - window.y()) * window.width() + x - window.x();
    }

    /** The forward values of one channel in a window, from [pictures, channels, height, width]. */
    static float[] forward(INDArray array, Place place, int channel) {
        Shape shape = Native.shape(array);
        Window window = place.window();
        float[] values = new float[window.height() * window.width()];
        FloatBuffer source = Native.floats(array);
        int map = place.picture() * shape.channels() + channel;
        for (int y = 0; y < window.height(); y++) {
            int row = (map * shape.height() + window.y() + y) * shape.width() + window.x();
            source.get(row, values, y * window.width(), window.width());
        }
        return values;
    }
}
