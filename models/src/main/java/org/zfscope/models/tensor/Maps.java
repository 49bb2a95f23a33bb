package org.zfscope.models.tensor;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Works on [batch, channels, height, width] arrays map by map; maps are shared out over the processor's cores. */
public final class Maps {

    /** Fills one map from one map. */
    @FunctionalInterface
    public interface MapFunction {
        /**
         * Makes {@code out} from {@code in}.
         *
         * @param map its number, over all pictures: picture * channels + channel
         */
        void apply(int map, float[] in, float[] out);
    }

    private Maps() {}

    /** A new array whose every map is made from the map of the same number in {@code input}. */
    public static INDArray each(INDArray input, Shape shape, MapFunction function) {
        int inArea = Native.shape(input).area();
        int outArea = shape.area();
        INDArray output = Native.allocate(shape.batch(input.size(0)));
        FloatBuffer from = Native.floats(input);
        FloatBuffer to = Native.floats(output);
        IntStream.range(0, (int) input.size(0) * shape.channels()).parallel().forEach(map -> {
            float[] in = new float[inArea];
            float[] out = new float[outArea];
            from.get(map * inArea, in);
            function.apply(map, in, out);
            to.put(map * outArea, out);
        });
        return output;
    }

    /** A new array with a window of all maps; zero where it hangs over the border. */
    public static INDArray window(INDArray input, Window window) {
        Shape shape = Native.shape(input);
        Window inside = window.clip(shape);
        return each(input, new Shape(shape.channels(), window.height(), window.width()), (map, in, out) -> {
            for (int y = inside.y(); y < inside.bottom(); y++) {
                System.arraycopy(
                        in,
                        y * shape.width() + inside.x(),
                        out,
                        (y - window.y()) * window.width() + inside.x() - window.x(),
                        inside.width());
            }
        });
    }

    /** A new array with zeros between the values: h rows become (h - 1) * vertical + 1, columns likewise. */
    public static INDArray spaced(INDArray input, int vertical, int horizontal) {
        Shape from = Native.shape(input);
        Shape to = new Shape(from.channels(), (from.height() - 1) * vertical + 1, (from.width() - 1) * horizontal + 1);
        return each(input, to, (map, in, out) -> {
            for (int y = 0; y < from.height(); y++) {
                for (int x = 0; x < from.width(); x++) {
                    out[y * vertical * to.width() + x * horizontal] = in[y * from.width() + x];
                }
            }
        });
    }

    /** A new array with some of the channels. */
    public static INDArray channels(INDArray input, int first, int count) {
        Shape shape = Native.shape(input);
        INDArray output = Native.allocate(new Shape(count, shape.height(), shape.width()).batch(input.size(0)));
        copy(input, first, output, 0, count);
        return output;
    }

    /** Copies all of {@code some} to the channels of {@code all} from {@code first} on. */
    public static void putChannels(INDArray some, INDArray all, int first) {
        copy(some, 0, all, first, (int) some.size(1));
    }

    private static void copy(INDArray from, int fromChannel, INDArray to, int toChannel, int count) {
        int area = Native.shape(from).area();
        FloatBuffer source = Native.floats(from);
        FloatBuffer target = Native.floats(to);
        for (int i = 0; i < from.size(0); i++) {
            target.put(
                    (i * (int) to.size(1) + toChannel) * area,
                    source,
                    (i * (int) from.size(1) + fromChannel) * area,
                    count * area);
        }
    }
}
