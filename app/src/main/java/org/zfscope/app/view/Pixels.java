package org.zfscope.app.view;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.zfscope.models.image.RgbImage;

/** Pixels for the screen. */
final class Pixels {

    private static final int OPAQUE = 0xFF << 24;

    private Pixels() {}

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
