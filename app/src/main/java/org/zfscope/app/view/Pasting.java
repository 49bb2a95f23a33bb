package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;
import org.zfscope.app.viewmodel.Offer;
import org.zfscope.app.viewmodel.Workbench;

/**
 * What the clipboard holds, or what is dragged over the window. Each form is only looked at where the toolkit says that it
 * is there: where it says no, it may hand over another form's bytes.
 */
final class Pasting {

    private Pasting() {}

    static void paste(Workbench bench) {
        Offer offer = offer(Offer.Way.PASTED, Clipboard.getSystemClipboard());
        if (offer.isEmpty()) {
            bench.say(say("app.pasting.clipboard-holds-neither-picture"));
        } else {
            bench.opening().take(offer);
        }
    }

    /** Whether there is anything that could be taken. */
    static boolean isUsable(Clipboard from) {
        return from.hasFiles() || from.hasUrl() || from.hasString() || from.hasHtml() || from.hasImage();
    }

    static Offer offer(Offer.Way way, Clipboard from) {
        OfferedPixels pixels = OfferedPixels.of(from);
        return new Offer(
                way,
                given(from.hasFiles(), from::getFiles).orElse(List.of()).stream()
                        .map(File::toPath)
                        .toList(),
                pixels.picture(),
                pixels.lost(),
                given(from.hasUrl(), from::getUrl),
                given(from.hasHtml(), from::getHtml),
                given(from.hasString(), from::getString));
    }

    private static <T> Optional<T> given(boolean there, Supplier<@Nullable T> what) {
        return there ? Optional.ofNullable(what.get()) : Optional.empty();
    }
}
