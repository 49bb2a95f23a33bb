package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.load.caffe.MeanFile;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --mean}: one number for all channels, one a channel, or a mean picture. */
final class MeanOption {

    /** Pixels are 0 to 255; far beyond that nothing of a picture is left. */
    private static final float MOST = 1e6f;

    private MeanOption() {}

    static Tensor parse(String text, Channels channels) {
        if (text.endsWith(".npy") || text.endsWith(".binaryproto")) {
            return bounded(text, MeanFile.read(Path.of(text)), channels);
        }
        String[] parts = text.split(",", -1);
        float[] values = new float[channels.count()];
        if (parts.length != 1 && parts.length != values.length) {
            throw wrong(text, channels);
        }
        for (int c = 0; c < values.length; c++) {
            try {
                values[c] = Float.parseFloat(parts[parts.length == 1 ? 0 : c].strip());
            } catch (NumberFormatException e) {
                throw wrong(text, channels);
            }
        }
        return bounded(text, new Tensor(Shape.flat(values.length), values), channels);
    }

    private static Tensor bounded(String text, Tensor mean, Channels channels) {
        for (float v : mean.values()) {
            if (!(Math.abs(v) <= MOST)) {
                throw wrong(text, channels);
            }
        }
        return mean;
    }

    private static TypeConversionException wrong(String text, Channels channels) {
        return new TypeConversionException(
                say("cli.mean-option.mean-one-number-numbers", text, channels.count(), channels));
    }
}
