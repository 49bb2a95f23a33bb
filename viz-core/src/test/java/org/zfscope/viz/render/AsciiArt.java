package org.zfscope.viz.render;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zfscope.models.image.RgbImage;

/** Pictures as text, one letter a pixel, so that a test can show what it expects. */
final class AsciiArt {

    private AsciiArt() {}

    /** {@code #} for pixels of the colour, {@code .} for all others. */
    static String of(RgbImage picture, int colour) {
        return rows(picture, 0, picture.height(), colour);
    }

    static String rows(RgbImage picture, int from, int to, int colour) {
        return IntStream.range(from, to)
                .mapToObj(y -> IntStream.range(0, picture.width())
                        .mapToObj(x -> picture.pixel(x, y) == colour ? "#" : ".")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** A picture of one colour. */
    static RgbImage plain(int width, int height, int colour) {
        return new RgbImage(
                width,
                height,
                IntStream.generate(() -> colour).limit((long) width * height).toArray());
    }
}
