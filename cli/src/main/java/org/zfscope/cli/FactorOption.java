package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.stream.Stream;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --scale}: one factor for all channels, or one a channel. */
final class FactorOption {

    /** Far beyond that nothing of a picture is left. */
    private static final float MOST = 1e6f;

    private FactorOption() {}

    static Tensor parse(String text, Channels channels) {
        String[] parts = text.split(",", -1);
        float[] values = new float[channels.count()];
        if (parts.length == 1) {
            Arrays.fill(values, factor(text, parts[0], channels));
        } else if (parts.length == values.length) {
            float[] each = new float[values.length];
            for (int c = 0; c < each.length; c++) {
                each[c] = factor(text, parts[c], channels);
            }
            values = each;
        } else {
            throw wrong(text, channels);
        }
        return new Tensor(Shape.flat(values.length), values);
    }

    private static float factor(String text, String part, Channels channels) {
        return Stream.of(part.strip())
                .filter(p -> p.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?"))
                .map(FactorOption::number)
                .filter(v -> Math.abs(v) <= MOST && v != 0)
                .findFirst()
                .orElseThrow(() -> wrong(text, channels));
    }

    /** Not a number where it is none. */
    private static float number(String part) {
        try {
            return Float.parseFloat(part);
        } catch (NumberFormatException e) {
            return Float.NaN;
        }
    }

    private static TypeConversionException wrong(String text, Channels channels) {
        return new TypeConversionException(say("cli.factor-option.factors", text, channels.count(), channels));
    }
}
