package org.zfscope.viz.render;

import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Makes tiles smaller by whole numbers, each pixel the mean of a square of them, so that a tile and its twin stay aligned.
 * What does not fill a square at the right and at the bottom is left out. Values are averaged before they get colours:
 * single strong pixels would otherwise set a scale that nothing else in the smaller picture reaches.
 */
public final class Shrink {

    private Shrink() {}

    /** Maps as many times smaller as {@code factor} says, each of them at least one pixel wide and high. */
    public static Tensor maps(Tensor maps, int factor) {
        Shape from = maps.shape();
        Shape to = new Shape(from.channels(), side(from.height(), factor), side(from.width(), factor));
        Tensor out = Tensor.zeros(to);
        int at = 0;
        for (int c = 0; c < to.channels(); c++) {
            for (int y = 0; y < to.height(); y++) {
                for (int x = 0; x < to.width(); x++) {
                    out.values()[at++] = mean(maps, c, y * factor, x * factor, factor);
                }
            }
        }
        return out;
    }

    private static int side(int side, int factor) {
        return Math.max(1, side / factor);
    }

    private static float mean(Tensor maps, int c, int top, int left, int factor) {
        int bottom = Math.min(top + factor, maps.shape().height());
        int right = Math.min(left + factor, maps.shape().width());
        float sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += maps.at(c, y, x);
            }
        }
        return sum / ((bottom - top) * (right - left));
    }

    /** The same of a picture. */
    public static RgbImage picture(RgbImage picture, int factor) {
        int area = picture.pixels().length;
        Tensor colours = Tensor.zeros(new Shape(3, picture.height(), picture.width()));
        for (int i = 0; i < area; i++) {
            colours.values()[i] = RgbImage.red(picture.pixels()[i]);
            colours.values()[area + i] = RgbImage.green(picture.pixels()[i]);
            colours.values()[2 * area + i] = RgbImage.blue(picture.pixels()[i]);
        }
        Tensor small = maps(colours, factor);
        int[] pixels = new int[small.shape().area()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = RgbImage.rgb(
                    Math.round(small.values()[i]),
                    Math.round(small.values()[pixels.length + i]),
                    Math.round(small.values()[2 * pixels.length + i]));
        }
        return new RgbImage(small.shape().width(), small.shape().height(), pixels);
    }
}
