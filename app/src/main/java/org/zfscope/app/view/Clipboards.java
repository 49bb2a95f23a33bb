package org.zfscope.app.view;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.zfscope.models.image.RgbImage;

/** The system's clipboard. */
final class Clipboards {

    private Clipboards() {}

    static void text(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    static void picture(RgbImage picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(Pixels.image(picture));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
