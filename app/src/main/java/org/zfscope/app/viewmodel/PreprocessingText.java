package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zfscope.models.PicturePart;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Preprocessing as it is typed: numbers apart by commas or spaces, one for all channels or one a channel.
 *
 * @param mean empty for a mean picture, which stays as it is
 * @param part of the pictures; empty for all of them
 */
record PreprocessingText(Channels channels, Fit fit, String shortSide, String mean, String scale, String part) {

    private static final float MOST = 1e6f;
    private static final int LONGEST_SIDE = 10_000;

    static PreprocessingText of(Preprocessing how) {
        return new PreprocessingText(
                how.channels(),
                how.fit(),
                Integer.toString(how.shortSide()),
                how.mean().shape().isFlat() ? text(how.mean()) : "",
                text(how.scale()),
                how.part().isWhole() ? "" : how.part().toString());
    }

    /** Three numbers from the last to the first; other text as it is. */
    static String reversed(String text) {
        String[] parts = text.strip().split("[,\\s]+", -1);
        return parts.length == 3 ? parts[2] + ", " + parts[1] + ", " + parts[0] : text;
    }

    private static String text(Tensor values) {
        return IntStream.range(0, values.values().length)
                .mapToObj(i -> Float.toString(values.values()[i]).replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(", "));
    }

    /**
     * What it says.
     *
     * @param own the model's, whose mean picture is kept
     * @throws InputException if it is no preprocessing
     */
    Preprocessing parsed(Preprocessing own) {
        Tensor subtracted = mean.isBlank() && !own.mean().shape().isFlat()
                ? own.withChannels(channels).mean()
                : numbers(say("app.preprocessing-text.mean"), mean);
        Tensor factors = numbers(say("app.preprocessing-text.scale"), scale);
        for (float factor : factors.values()) {
            if (factor == 0) {
                throw new InputException(say("app.preprocessing-text.zero"));
            }
        }
        return new Preprocessing(channels, fit, side(), subtracted, factors, Source.OPTION, cut());
    }

    private PicturePart cut() {
        try {
            return part.isBlank() ? PicturePart.WHOLE : PicturePart.parse(part);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private int side() {
        String given = shortSide.strip();
        int side = given.matches("\\d{1,5}") ? Integer.parseInt(given) : -1;
        if (side < 0 || side > LONGEST_SIDE) {
            throw new InputException(say("app.preprocessing-text.side", given, LONGEST_SIDE));
        }
        return side;
    }

    private Tensor numbers(String what, String text) {
        String[] parts = text.strip().split("[,\\s]+", -1);
        int count = channels.count();
        if (parts.length != 1 && parts.length != count) {
            throw wrong(what, text);
        }
        float[] values = new float[count];
        for (int c = 0; c < count; c++) {
            values[c] = number(what, parts[parts.length == 1 ? 0 : c]);
        }
        return new Tensor(Shape.flat(count), values);
    }

    /** A number, or a fraction such as 1/255. */
    private float number(String what, String part) {
        float[] both;
        try {
            String[] sides = part.split("/", 2);
            both = new float[] {Float.parseFloat(sides[0]), sides.length == 2 ? Float.parseFloat(sides[1]) : 1};
        } catch (NumberFormatException e) {
            throw wrong(what, part);
        }
        float value = both[0] / both[1];
        if (!(Math.abs(value) <= MOST)) {
            throw wrong(what, part);
        }
        return value;
    }

    private InputException wrong(String what, String text) {
        return new InputException(say(
                "app.preprocessing-text.numbers",
                what,
                text.strip(),
                channels.count(),
                Arrays.toString(channels.name().toLowerCase(Locale.ROOT).split(""))));
    }
}
