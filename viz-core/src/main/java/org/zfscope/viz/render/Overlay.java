package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;

/** Drawings on top of a picture. The picture itself is not changed. */
public final class Overlay {

    private Overlay() {}

    /**
     * Both pictures seen through each other.
     *
     * @param share of the upper one, 0 to 1
     */
    public static RgbImage blend(RgbImage lower, RgbImage upper, double share) {
        if (lower.width() != upper.width() || lower.height() != upper.height()) {
            throw new IllegalArgumentException(say("viz.overlay.two-pictures-one-size", size(lower), size(upper)));
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(say("viz.overlay.share-0-1-expected", share));
        }
        int[] pixels = new int[lower.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ColourMap.mix(lower.pixels()[i], upper.pixels()[i], share);
        }
        return new RgbImage(lower.width(), lower.height(), pixels);
    }

    private static String size(RgbImage picture) {
        return Quantities.shape(picture.width(), picture.height());
    }

    /**
     * The outline of a window, such as a receptive field, drawn inside it. Where the window hangs over the border, its
     * sides out there are left away.
     */
    public static RgbImage frame(RgbImage picture, Window window, int thickness, int colour) {
        Canvas canvas = new Canvas(picture.width(), picture.height(), colour);
        canvas.draw(picture, 0, 0, 1);
        canvas.frame(window.x(), window.y(), window.width(), window.height(), thickness, colour);
        return canvas.drawing().picture();
    }

    /** A picture with another one in a window of it, which may hang over the border. */
    public static RgbImage put(RgbImage picture, RgbImage patch, Window window) {
        Canvas canvas = new Canvas(picture.width(), picture.height(), 0);
        canvas.draw(picture, 0, 0, 1);
        canvas.draw(patch, window.x(), window.y(), 1);
        return canvas.drawing().picture();
    }

    /** Dots of one pixel, such as the places of a grid; those outside are left away. */
    public static RgbImage dots(RgbImage picture, List<Window> places, int colour) {
        Canvas canvas = new Canvas(picture.width(), picture.height(), colour);
        canvas.draw(picture, 0, 0, 1);
        places.forEach(place -> canvas.fill(place.x(), place.y(), 1, 1, colour));
        return canvas.drawing().picture();
    }

    /** The part of a picture in a window, with a colour of its own where the window hangs over the border. */
    public static RgbImage patch(RgbImage picture, Window window, int outside) {
        Canvas canvas = new Canvas(window.width(), window.height(), outside);
        canvas.draw(picture, -window.x(), -window.y(), 1);
        return canvas.drawing().picture();
    }
}
