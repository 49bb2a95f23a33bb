package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;

/**
 * The part of a picture that is looked at, in hundredths of its height and width, so that it means the same for pictures of any
 * size.
 */
public record PicturePart(double top, double left, double bottom, double right) {

    /** All of it. */
    public static final PicturePart WHOLE = new PicturePart(0, 0, 100, 100);

    private static final double ALL = 100;

    public PicturePart {
        boolean inside = top >= 0 && left >= 0 && bottom <= ALL && right <= ALL;
        if (!inside || !(top < bottom) || !(left < right)) {
            throw new IllegalArgumentException(say("models.picture-part.no-part", top, left, bottom, right));
        }
    }

    /**
     * Reads {@code top,left,bottom,right}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PicturePart parse(String text) {
        String[] sides = text.strip().split("[,\\s]+", -1);
        if (sides.length != 4) {
            throw new IllegalArgumentException(say("models.picture-part.four-numbers", text));
        }
        try {
            double[] numbers =
                    Arrays.stream(sides).mapToDouble(Double::parseDouble).toArray();
            return new PicturePart(numbers[0], numbers[1], numbers[2], numbers[3]);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(say("models.picture-part.four-numbers", text), e);
        }
    }

    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** The pixels of a picture that it means, at least one. */
    public Window of(int width, int height) {
        int y = Math.min(height - 1, (int) Math.round(top * height / ALL));
        int x = Math.min(width - 1, (int) Math.round(left * width / ALL));
        int down = Math.max(1, (int) Math.round(bottom * height / ALL) - y);
        int across = Math.max(1, (int) Math.round(right * width / ALL) - x);
        return new Window(y, x, down, across);
    }

    /** That part alone. */
    RgbImage cut(RgbImage picture) {
        return isWhole() ? picture : picture.crop(of(picture.width(), picture.height()));
    }

    /** As {@link #parse} reads it, in tenths of a hundredth. */
    @Override
    public String toString() {
        return Stream.of(top, left, bottom, right)
                .map(side -> String.format(Locale.ROOT, "%.1f", side).replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(","));
    }
}
