package org.zfscope.app.view;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.image.RgbImage;

/**
 * The pixels that another program hands over. JavaFX has two traps here: from HTML that shows an image it fetches that image
 * itself, at once and for as long as it takes, and calls the result the clipboard's; and on Linux it takes over 32 bytes of
 * what is dragged and larger than 256 KiB.
 *
 * @param picture none if there are no pixels, or not all
 * @param lost whether there were pixels that could not be decoded
 */
record OfferedPixels(Optional<RgbImage> picture, boolean lost) {

    /** Forms that JavaFX decodes. */
    private static final List<String> ENCODED = List.of("image/png", "image/jpeg", "image/bmp", "image/gif");

    static OfferedPixels of(Clipboard from) {
        boolean wouldFetch = from.hasHtml() && String.valueOf(from.getHtml()).matches("(?is).*<img\\b.*");
        return wouldFetch ? encoded(from) : plain(from);
    }

    private static OfferedPixels plain(Clipboard from) {
        Optional<RgbImage> picture = from.hasImage() ? whole(from.getImage()) : Optional.empty();
        return new OfferedPixels(picture, from.hasImage() && picture.isEmpty());
    }

    private static OfferedPixels encoded(Clipboard from) {
        Set<DataFormat> offered = from.getContentTypes();
        List<DataFormat> forms = ENCODED.stream()
                .flatMap(type ->
                        offered.stream().filter(form -> form.getIdentifiers().contains(type)))
                .toList();
        Optional<RgbImage> picture = forms.stream()
                .map(from::getContent)
                .flatMap(content -> decoded(content).stream())
                .findFirst();
        return new OfferedPixels(picture, !forms.isEmpty() && picture.isEmpty());
    }

    private static Optional<RgbImage> decoded(@Nullable Object content) {
        if (!(content instanceof ByteBuffer buffer)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return whole(new Image(new ByteArrayInputStream(bytes)));
    }

    private static Optional<RgbImage> whole(@Nullable Image image) {
        return Optional.ofNullable(image)
                .filter(i -> !i.isError() && i.getWidth() >= 1 && i.getHeight() >= 1)
                .map(OfferedPixels::pixels);
    }

    /** What is transparent shows white. */
    private static RgbImage pixels(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
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
