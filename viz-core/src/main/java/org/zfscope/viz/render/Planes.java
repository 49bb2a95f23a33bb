package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * What becomes one tile: one plane of grey or three of colour, a part of a larger array that is only read.
 *
 * @param from where the first value of [channels, height, width] lies
 * @param order which plane is which colour
 */
record Planes(float[] values, int from, Shape shape, Channels order) {

    /** Nothing that is a number: as no grey and no projection looks. */
    static final int NOT_A_NUMBER = 0xFF00FF;

    Planes {
        if (shape.channels() != order.count()) {
            throw new IllegalArgumentException(
                    say("viz.planes.pictures-have-channels-values", order, order.count(), shape));
        }
    }

    static Planes of(Tensor tensor, Channels order) {
        return new Planes(tensor.values(), 0, tensor.shape(), order);
    }

    /** Each map as a grey tile. */
    static List<Planes> each(Tensor maps) {
        Shape one = new Shape(1, maps.shape().height(), maps.shape().width());
        List<Planes> tiles = new ArrayList<>();
        for (int c = 0; c < maps.shape().channels(); c++) {
            tiles.add(new Planes(maps.values(), c * one.area(), one, Channels.GREY));
        }
        return tiles;
    }

    int length() {
        return shape.size();
    }

    float value(int i) {
        return values[from + i];
    }

    RgbImage picture(Range range) {
        int[] pixels = new int[shape.area()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colour(i, range);
        }
        return new RgbImage(shape.width(), shape.height(), pixels);
    }

    private int colour(int i, Range range) {
        int area = shape.area();
        return switch (order) {
            case GREY -> colour(range, value(i), value(i), value(i));
            case RGB -> colour(range, value(i), value(i + area), value(i + 2 * area));
            case BGR -> colour(range, value(i + 2 * area), value(i + area), value(i));
        };
    }

    private static int colour(Range range, float red, float green, float blue) {
        if (Float.isNaN(red) || Float.isNaN(green) || Float.isNaN(blue)) {
            return NOT_A_NUMBER;
        }
        return RgbImage.rgb(range.level(red), range.level(green), range.level(blue));
    }
}
