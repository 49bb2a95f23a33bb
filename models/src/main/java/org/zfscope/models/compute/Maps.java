package org.zfscope.models.compute;

import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * A batch of feature maps: for each picture, channels of height x width values. How they lie in memory is the engine's
 * business. Only an {@link Engine} makes them; whoever was given them closes them, and nobody can change them. Reads may
 * come from several threads at once.
 */
public interface Maps extends AutoCloseable {

    /** Who made them and can go on with them. */
    Engine engine();

    int pictures();

    /** The shape of one picture's maps. */
    Shape shape();

    /** Copies one map to {@code map}: [height, width], row by row. */
    void read(int picture, int channel, float[] map);

    /** Copies a window of one map, which must lie inside it, to {@code values}: [window height, window width]. */
    void read(int picture, int channel, Window window, float[] values);

    /** A copy of all maps of a picture: [channels, height, width]. */
    default Tensor picture(int picture) {
        Tensor copy = Tensor.zeros(shape());
        float[] map = new float[shape().area()];
        for (int channel = 0; channel < shape().channels(); channel++) {
            read(picture, channel, map);
            System.arraycopy(map, 0, copy.values(), channel * map.length, map.length);
        }
        return copy;
    }

    /** A copy of one map: [1, height, width]. */
    default Tensor map(int picture, int channel) {
        Tensor copy = Tensor.zeros(new Shape(1, shape().height(), shape().width()));
        read(picture, channel, copy.values());
        return copy;
    }

    /** Each map's largest value that is a number; minus infinity where a map has none. */
    default float[] maxima(int picture) {
        float[] maxima = new float[shape().channels()];
        float[] map = new float[shape().area()];
        for (int channel = 0; channel < maxima.length; channel++) {
            read(picture, channel, map);
            maxima[channel] = largest(map);
        }
        return maxima;
    }

    private static float largest(float[] map) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : map) {
            largest = value > largest ? value : largest;
        }
        return largest;
    }

    /** Gives the memory back; reading afterwards is an error. Closing twice does nothing. */
    @Override
    void close();
}
