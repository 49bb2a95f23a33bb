package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * Maps of different shapes taken together as if they were alike: where one has a single channel, row or column and another
 * has more, its single one stands for all of them. So [C, 1, 1] is one number a channel, [1, H, W] one map for all channels.
 */
public final class Broadcast {

    private Broadcast() {}

    /**
     * The shape that all of them have once they are spread.
     *
     * @throws IllegalArgumentException if sides differ and neither is 1
     */
    public static Shape of(List<Shape> shapes) {
        if (shapes.isEmpty()) {
            throw new IllegalArgumentException(say("models.broadcast.inputs-expected"));
        }
        Shape all = shapes.get(0);
        for (Shape shape : shapes) {
            all = new Shape(
                    side(all.channels(), shape.channels(), shapes),
                    side(all.height(), shape.height(), shapes),
                    side(all.width(), shape.width(), shapes));
        }
        return all;
    }

    private static int side(int a, int b, List<Shape> shapes) {
        if (a != b && a != 1 && b != 1) {
            throw new IllegalArgumentException(say("models.broadcast.shapes-do-go-together", shapes));
        }
        return Math.max(a, b);
    }

    /** The positions of a smaller input that stand for the given ones of the output. */
    public static Window reach(Window output, Shape input) {
        return new Window(
                input.height() == 1 ? 0 : output.y(),
                input.width() == 1 ? 0 : output.x(),
                input.height() == 1 ? 1 : output.height(),
                input.width() == 1 ? 1 : output.width());
    }

    /** What a channel of smaller maps is in a window of the output, [window height, window width]. */
    public static float[] read(Maps maps, int picture, int channel, Window window) {
        Window own = reach(window, maps.shape());
        float[] values = new float[own.height() * own.width()];
        maps.read(picture, maps.shape().channels() == 1 ? 0 : channel, own, values);
        return spread(values, own, window);
    }

    /** The same of constants. */
    public static float[] read(Tensor constants, int channel, Window window) {
        Shape shape = constants.shape();
        Window own = reach(window, shape);
        float[] values = new float[own.height() * own.width()];
        Window whole = Window.whole(shape);
        int first = shape.channels() == 1 ? 0 : channel * shape.area();
        whole.copy(Arrays.copyOfRange(constants.values(), first, first + shape.area()), values, own);
        return spread(values, own, window);
    }

    private static float[] spread(float[] values, Window own, Window window) {
        int width = window.width();
        int height = window.height();
        if (own.height() == height && own.width() == width) {
            return values;
        }
        float[] spread = new float[height * width];
        for (int i = 0; i < spread.length; i++) {
            int y = own.height() == 1 ? 0 : i / width;
            int x = own.width() == 1 ? 0 : i % width;
            spread[i] = values[y * own.width() + x];
        }
        return spread;
    }
}
