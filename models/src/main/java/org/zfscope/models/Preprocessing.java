package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Words;

/**
 * How a picture becomes a network's input: scaled, cut to size, its channels put in order, then (value - mean) * scale
 * with values 0 to 255.
 *
 * @param shortSide what the picture's shorter side is scaled to before the crop; 0 = to the network's input
 * @param mean one number a channel ([channels, 1, 1]) or a mean picture of the input's shape, in the order of {@code channels}
 * @param scale one factor a channel, in the same order
 * @param source where these settings came from
 * @param part what of a picture is scaled and fitted; the rest is left away before
 */
public record Preprocessing(
        Channels channels, Fit fit, int shortSide, Tensor mean, Tensor scale, Source source, PicturePart part) {

    /** The order of the input's channels. */
    public enum Channels {
        RGB,
        BGR,
        GREY;

        public int count() {
            return this == GREY ? 1 : 3;
        }

        /** By how many bits a fitted pixel, 0xRRGGBB, is shifted to have this channel last. */
        int shift(int channel) {
            return switch (this) {
                case RGB -> 16 - 8 * channel;
                case BGR, GREY -> 8 * channel; // of a grey pixel all are alike
            };
        }

        /** A colour as the input's channels; grey as ITU-R 601 weighs the colours. */
        float[] split(float red, float green, float blue) {
            return switch (this) {
                case RGB -> new float[] {red, green, blue};
                case BGR -> new float[] {blue, green, red};
                case GREY -> new float[] {(299 * red + 587 * green + 114 * blue) / 1000};
            };
        }

        /** Red, green and blue of the input's channels. */
        float[] merge(float... values) {
            return switch (this) {
                case RGB -> values;
                case BGR -> new float[] {values[2], values[1], values[0]};
                case GREY -> new float[] {values[0], values[0], values[0]};
            };
        }
    }

    /** How a picture of another shape is made to fit. */
    public enum Fit {
        /** Scale the shorter side to the input's, then cut out the centre. */
        CROP,
        /** Scale both sides, whatever becomes of the proportions. */
        STRETCH,
        /** Scale the longer side to the input's and fill up with the mean. */
        PAD
    }

    /** Where preprocessing comes from. */
    public enum Source {
        /** The model's own file or the card beside it. */
        FILE("models.preprocessing.models-card"),
        /** The model's own file, which does not say the order of the channels. */
        FILE_IN_GUESSED_ORDER("models.preprocessing.file-in-guessed-order"),
        /** The user's options. */
        OPTION("models.preprocessing.options"),
        /** What this architecture is always used with. */
        DEFAULT("models.preprocessing.usual-architecture"),
        /** Nobody said so. */
        GUESS("models.preprocessing.guess-model-does-say");

        private final String explanation;

        Source(String explanation) {
            this.explanation = explanation;
        }

        /** For people: where the settings came from. */
        public String explanation() {
            return say(explanation);
        }
    }

    public Preprocessing {
        if (shortSide < 0) {
            throw new IllegalArgumentException(say("models.preprocessing.short-side-must-negative", shortSide));
        }
        if (channels.count() != mean.shape().channels()
                || !scale.shape().isFlat()
                || channels.count() != scale.shape().channels()) {
            throw new IllegalArgumentException(say(
                    "models.preprocessing.input-channels-mean-scale", channels.count(), mean.shape(), scale.shape()));
        }
    }

    /** Of whole pictures. */
    public Preprocessing(Channels channels, Fit fit, int shortSide, Tensor mean, Tensor scale, Source source) {
        this(channels, fit, shortSide, mean, scale, source, PicturePart.WHOLE);
    }

    /** Crop to fit, with one mean and one factor a channel. */
    public static Preprocessing of(Channels channels, float[] mean, float[] scale, Source source) {
        return new Preprocessing(channels, Fit.CROP, 0, perChannel(mean), perChannel(scale), source);
    }

    /** As Caffe's and the original VGG networks have it: BGR, 0 to 255, minus the mean colour of ImageNet. */
    public static Preprocessing caffe(Source source) {
        return of(Channels.BGR, new float[] {103.939f, 116.779f, 123.68f}, new float[] {1, 1, 1}, source);
    }

    /** As torchvision has it: RGB, 0 to 1, minus the mean colour of ImageNet, divided by its standard deviation. */
    public static Preprocessing torch(Source source) {
        float[] mean = {0.485f * 255, 0.456f * 255, 0.406f * 255};
        return of(Channels.RGB, mean, new float[] {1 / (0.229f * 255), 1 / (0.224f * 255), 1 / (0.225f * 255)}, source);
    }

    /** Values 0 to 1, nothing subtracted. */
    public static Preprocessing unit(Channels channels, Source source) {
        float[] scale = new float[channels.count()];
        Arrays.fill(scale, 1 / 255f);
        return of(channels, new float[channels.count()], scale, source);
    }

    /**
     * The network's input for a picture: [channels, height, width] of {@code input}; padding is zero.
     *
     * @throws org.zfscope.models.io.InputException if the channels or the mean picture do not suit the input
     */
    public Tensor apply(RgbImage picture, Shape input) {
        return new PictureInput(this, input).tensor(part.cut(picture));
    }

    /** The pixels that the network sees, before the mean is subtracted: as wide and high as {@code input}. */
    public RgbImage fitted(RgbImage picture, Shape input) {
        return new PictureInput(this, input).fitted(part.cut(picture));
    }

    /** The pixels behind a network's input, [channels, height, width]: the way back of {@link #apply}. */
    public RgbImage picture(Tensor input) {
        return new PictureInput(this, input.shape()).picture(input);
    }

    /**
     * Where a place of a picture comes to lie on the input, in pixels: its row and column, which are outside where that place
     * is cut off.
     */
    public double[] placed(RgbImage picture, Shape input, double row, double column) {
        Window from = part.of(picture.width(), picture.height());
        Placement lies = Placement.of(part.cut(picture), this, input);
        double down = (double) lies.height() / from.height();
        double across = (double) lies.width() / from.width();
        return new double[] {
            (row - from.y() + 0.5) * down - 0.5 - lies.input().y(),
            (column - from.x() + 0.5) * across - 0.5 - lies.input().x()
        };
    }

    /** With another order of channels; each colour keeps its own mean and factor. */
    public Preprocessing withChannels(Channels other) {
        return new Preprocessing(
                other, fit, shortSide, reorder(mean, other), reorder(scale, other), Source.OPTION, part);
    }

    public Preprocessing withFit(Fit other) {
        return new Preprocessing(channels, other, shortSide, mean, scale, Source.OPTION, part);
    }

    public Preprocessing withShortSide(int other) {
        return new Preprocessing(channels, fit, other, mean, scale, Source.OPTION, part);
    }

    /** With a mean in the order of the channels: one number each, or a picture. */
    public Preprocessing withMean(Tensor other) {
        return new Preprocessing(channels, fit, shortSide, other, scale, Source.OPTION, part);
    }

    /** With one factor for all channels. */
    public Preprocessing withScale(float other) {
        float[] all = new float[channels.count()];
        Arrays.fill(all, other);
        return withScale(perChannel(all));
    }

    /** With factors in the order of the channels. */
    public Preprocessing withScale(Tensor other) {
        return new Preprocessing(channels, fit, shortSide, mean, other, Source.OPTION, part);
    }

    /** Of another part of pictures. */
    public Preprocessing withPart(PicturePart other) {
        return new Preprocessing(channels, fit, shortSide, mean, scale, Source.OPTION, other);
    }

    /** The same settings, which that one has said. */
    public Preprocessing from(Source other) {
        return new Preprocessing(channels, fit, shortSide, mean, scale, other, part);
    }

    private Tensor reorder(Tensor values, Channels other) {
        Tensor out = Tensor.zeros(
                new Shape(other.count(), values.shape().height(), values.shape().width()));
        int area = values.shape().area();
        for (int i = 0; i < area; i++) {
            float[] from = new float[channels.count()];
            for (int c = 0; c < from.length; c++) {
                from[c] = values.values()[c * area + i];
            }
            float[] rgb = channels.merge(from);
            float[] to = other.split(rgb[0], rgb[1], rgb[2]);
            for (int c = 0; c < to.length; c++) {
                out.values()[c * area + i] = to[c];
            }
        }
        return out;
    }

    /** All of it in one line for people, with where it came from. */
    public String inWords() {
        String mean = this.mean.shape().isFlat()
                ? Arrays.toString(this.mean.values())
                : say("models.preprocessing.mean-picture", this.mean.shape());
        return say(
                "models.preprocessing.line",
                channels,
                mean,
                Arrays.toString(scale.values()),
                cut() + scaled(),
                source.explanation());
    }

    private String cut() {
        return part.isWhole() ? "" : say("models.preprocessing.part", part);
    }

    private String scaled() {
        String side = shortSide == 0 ? say("models.preprocessing.inputs-side") : Integer.toString(shortSide);
        return switch (fit) {
            case STRETCH -> say("models.preprocessing.stretched");
            case CROP -> say("models.preprocessing.cropped", side);
            case PAD -> say("models.preprocessing.padded", side);
        };
    }

    /** The same in English, as it is written down and compared. */
    @Override
    public String toString() {
        return Words.written(this::inWords);
    }

    private static Tensor perChannel(float[] values) {
        return new Tensor(Shape.flat(values.length), values);
    }
}
