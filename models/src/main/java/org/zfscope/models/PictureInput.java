package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.stream.Stream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Makes one network's input from pictures. */
final class PictureInput {

    private final Preprocessing how;
    private final Shape input;
    private final Tensor mean;

    PictureInput(Preprocessing how, Shape input) {
        this.how = how;
        this.input = input;
        if (how.channels().count() != input.channels()) {
            throw new InputException(otherChannels(how, input));
        }
        this.mean = mean(how.mean(), input);
    }

    private static String otherChannels(Preprocessing how, Shape input) {
        int wanted = input.channels();
        return Stream.of(Preprocessing.Channels.values()).anyMatch(c -> c.count() == wanted)
                ? say("models.picture-input.networks-input-takes-channels", input, wanted, how.channels())
                : say("models.picture-input.no-picture-has-channels", input, wanted);
    }

    /** A mean picture larger than the input is cut like the pictures are, in the centre. */
    private static Tensor mean(Tensor mean, Shape input) {
        Shape shape = mean.shape();
        if (shape.isFlat()) {
            return mean;
        }
        int y = shape.height() - input.height();
        int x = shape.width() - input.width();
        if (y < 0 || x < 0) {
            throw new InputException(say("models.picture-input.mean-picture-smaller-networks", shape, input));
        }
        return mean.crop(new Window(y / 2, x / 2, input.height(), input.width()));
    }

    RgbImage fitted(RgbImage picture) {
        RgbImage colours = Placement.of(picture, how, input).apply(picture, padding());
        return how.channels() == Preprocessing.Channels.GREY ? colours.grey() : colours;
    }

    /** The mean colour, which becomes zero. */
    private int padding() {
        float[] colour = new float[input.channels()];
        for (int c = 0; c < colour.length; c++) {
            float[] map = mean.channel(c).values();
            double sum = 0;
            for (float v : map) {
                sum += v;
            }
            colour[c] = (float) (sum / map.length);
        }
        float[] rgb = how.channels().merge(colour);
        return RgbImage.rgb(eightBits(rgb[0]), eightBits(rgb[1]), eightBits(rgb[2]));
    }

    private static int eightBits(float value) {
        return Math.max(0, Math.min(255, Math.round(value)));
    }

    Tensor tensor(RgbImage picture) {
        RgbImage fitted = fitted(picture);
        Window covered = Placement.of(picture, how, input).covered();
        Tensor out = Tensor.zeros(input);
        for (int c = 0; c < input.channels(); c++) {
            for (int y = covered.y(); y < covered.bottom(); y++) {
                putRow(fitted, c, y, covered, out.values());
            }
        }
        return out;
    }

    /** (value - mean) * scale of one row in one channel. */
    private void putRow(RgbImage fitted, int c, int y, Window covered, float[] out) {
        float scale = how.scale().at(c, 0, 0);
        int shift = how.channels().shift(c);
        for (int x = covered.x(); x < covered.right(); x++) {
            float subtracted = mean.shape().isFlat() ? mean.at(c, 0, 0) : mean.at(c, y, x);
            int value = fitted.pixels()[y * input.width() + x] >> shift & 0xFF;
            out[(c * input.height() + y) * input.width() + x] = (value - subtracted) * scale;
        }
    }

    /** The way back from an input to pixels: value / scale + mean. */
    RgbImage picture(Tensor values) {
        int[] pixels = new int[input.area()];
        for (int i = 0; i < pixels.length; i++) {
            float[] colour = new float[input.channels()];
            for (int c = 0; c < colour.length; c++) {
                float added = mean.values()[mean.shape().isFlat() ? c : c * pixels.length + i];
                colour[c] = values.values()[c * pixels.length + i] / how.scale().at(c, 0, 0) + added;
            }
            float[] rgb = how.channels().merge(colour);
            pixels[i] = RgbImage.rgb(eightBits(rgb[0]), eightBits(rgb[1]), eightBits(rgb[2]));
        }
        return new RgbImage(input.width(), input.height(), pixels);
    }
}
