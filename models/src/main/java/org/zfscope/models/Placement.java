package org.zfscope.models;

import org.zfscope.models.image.Resample;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * How a picture comes to lie on a network's input.
 *
 * @param width the scaled picture's
 * @param height the scaled picture's
 * @param input the window of the scaled picture that the network sees; hangs over the border where the input is padded
 */
record Placement(int width, int height, Window input) {

    static Placement of(RgbImage picture, Preprocessing preprocessing, Shape input) {
        double across = (double) input.width() / picture.width();
        double down = (double) input.height() / picture.height();
        double shortSide = (double) preprocessing.shortSide() / Math.min(picture.width(), picture.height());
        return switch (preprocessing.fit()) {
            // never so small that the crop would hang over the border
            case CROP -> centred(picture, Math.max(shortSide, Math.max(across, down)), input);
            case STRETCH -> centred(input.width(), input.height(), input);
            case PAD -> centred(picture, Math.min(across, down), input);
        };
    }

    /** Sides are rounded as training pipelines in Python round them; one too long for an int becomes the longest int. */
    private static Placement centred(RgbImage picture, double scale, Shape input) {
        return centred((int) Math.rint(picture.width() * scale), (int) Math.rint(picture.height() * scale), input);
    }

    private static Placement centred(int scaledWidth, int scaledHeight, Shape input) {
        int width = Math.max(1, scaledWidth);
        int height = Math.max(1, scaledHeight);
        int x = Math.floorDiv(width - input.width(), 2);
        int y = Math.floorDiv(height - input.height(), 2);
        return new Placement(width, height, new Window(y, x, input.height(), input.width()));
    }

    /** The picture scaled and cut to the input's size, with a colour for the padding. */
    RgbImage apply(RgbImage picture, int padding) {
        Window seen = seen();
        RgbImage part = Resample.bicubic(picture, width, height, seen);
        Window frame = new Window(input.y() - seen.y(), input.x() - seen.x(), input.height(), input.width());
        return part.crop(frame, padding);
    }

    /** What of the scaled picture the network sees. */
    private Window seen() {
        return input.clip(new Shape(1, height, width));
    }

    /** Where on the input the picture lies; the rest is padding. */
    Window covered() {
        Window seen = seen();
        return new Window(seen.y() - input.y(), seen.x() - input.x(), seen.height(), seen.width());
    }
}
