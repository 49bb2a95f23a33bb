package org.zfscope.app.view;

import java.io.File;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.models.image.RgbImage;

/** Takes in what the clipboard holds: files, a picture, or text that names files. */
final class Pasting {

    private Pasting() {}

    static void paste(Workbench bench) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            bench.opening().open(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (clipboard.hasImage()) {
            bench.opening().paste(pixels(clipboard.getImage()));
        } else if (clipboard.hasString()) {
            bench.opening().openText(clipboard.getString());
        } else {
            bench.say("The clipboard holds neither a picture nor files");
        }
    }

    /** What is transparent shows white. */
    private static RgbImage pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        PixelReader reader = image.getPixelReader();
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = onWhite(argb[i]);
        }
        return new RgbImage(width, height, argb);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return RgbImage.rgb(
                mixed(RgbImage.red(argb), alpha),
                mixed(RgbImage.green(argb), alpha),
                mixed(RgbImage.blue(argb), alpha));
    }

    private static int mixed(int colour, int alpha) {
        return (colour * alpha + 255 * (255 - alpha)) / 255;
    }
}
