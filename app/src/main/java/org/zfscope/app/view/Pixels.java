package org.zfscope.app.view;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.zfscope.models.image.RgbImage;

/** Pixels for the screen. */
final class Pixels {

    private static final int OPAQUE = 0xFF << 24;

    private Pixels() {}

    /** Each pixel a square, as JavaFX enlarges only with interpolation on some systems; shrinking is left to it. */
    static Image enlarged(RgbImage picture, double zoom) {
        int width = (int) Math.round(picture.width() * zoom);
        int height = (int) Math.round(picture.height() * zoom);
        if (zoom <= 1 || width < 1 || height < 1) {
            return image(picture);
        }
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            int row = Math.min(picture.height() - 1, (int) (y / zoom)) * picture.width();
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = picture.pixels()[row + Math.min(picture.width() - 1, (int) (x / zoom))];
            }
        }
        return image(new RgbImage(width, height, pixels));
    }

    static Image image(RgbImage picture) {
        int[] argb = new int[picture.pixels().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = OPAQUE | picture.pixels()[i];
        }
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        picture.width());
        return image;
    }
}
