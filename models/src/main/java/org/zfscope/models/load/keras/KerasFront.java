package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.load.keras.KerasWeights.Stored;
import org.zfscope.models.tensor.Shape;

/** Layers for the pixels. Where they come first they say how pictures become the network's input, and are no layers here. */
final class KerasFront {

    /** Keras' own guard against deviations of zero. */
    private static final double SMALLEST = 1e-7;

    private KerasFront() {}

    /** x * scale + offset, each one number or one a channel. */
    static KerasValue rescaling(KerasUse use) {
        return scaled(
                use,
                use.config().numbers("scale"),
                use.config().has("offset") ? use.config().numbers("offset") : new double[1]);
    }

    /** (x - mean) / deviation, with statistics from the settings or from the weights. */
    static KerasValue normalization(KerasUse use) {
        use.require(!use.config().flag("invert", false), "invert");
        if (use.config().has("axis")) {
            KerasNorms.requireChannels(use, "axis");
        }
        double[] mean = statistics(use, "mean");
        double[] variance = statistics(use, "variance");
        double[] times = Arrays.stream(variance)
                .map(v -> 1 / Math.max(Math.sqrt(v), SMALLEST))
                .toArray();
        double[] plus = new double[mean.length];
        for (int i = 0; i < plus.length; i++) {
            plus[i] = -mean[i] * times[times.length == 1 ? 0 : i];
        }
        return scaled(use, times, plus);
    }

    private static double[] statistics(KerasUse use, String which) {
        if (use.config().has(which)) {
            return use.config().numbers(which);
        }
        List<Stored> found = use.weights().of(use.layer()); // older ones have a count too
        List<String> roles = List.of("mean", "variance", "count").subList(0, found.size() == 3 ? 3 : 2);
        KerasStored stored = new KerasStored(found, roles);
        long[] sides = Arrays.stream(stored.sides(which)).asLongStream().toArray();
        float[] values = stored.floats(which, sides);
        double[] numbers = new double[values.length];
        Arrays.setAll(numbers, i -> values[i]);
        return numbers;
    }

    /** x * times + plus: a part of the preprocessing, or a layer. */
    static KerasValue scaled(KerasUse use, double[] times, double[] plus) {
        KerasValue input = use.input();
        int channels = input.shape().channels();
        if (!fits(times, channels) || !fits(plus, channels)) {
            throw new IllegalArgumentException(
                    say("models.keras-front.numbers", channels, Math.max(times.length, plus.length)));
        }
        boolean colours = channels == 1 || channels == 3;
        boolean usable = colours && Arrays.stream(times).allMatch(t -> t != 0 && Double.isFinite(t));
        if (input.scaling().isPresent() && usable) {
            return input.with(input.scaling().get().then(times, plus));
        }
        float[] scale = new float[channels];
        float[] shift = new float[channels];
        for (int c = 0; c < channels; c++) {
            scale[c] = (float) times[times.length == 1 ? 0 : c];
            shift[c] = (float) plus[plus.length == 1 ? 0 : c];
        }
        return use.add(new BatchNorm(scale, shift), input);
    }

    private static boolean fits(double[] numbers, int channels) {
        return numbers.length == 1 || numbers.length == channels;
    }

    /** The input's size and how pictures are made to fit it; further up, maps sampled anew. */
    static KerasValue resizing(KerasUse use) {
        KerasValue maps = use.maps();
        int height = side(use, "height");
        int width = side(use, "width");
        boolean crop = use.config().flag("crop_to_aspect_ratio", false);
        boolean pad = use.config().flag("pad_to_aspect_ratio", false);
        Shape shape = new Shape(maps.shape().channels(), height, width);
        if (use.nodes().isUntouched(maps)) {
            use.nodes().fit(crop ? Fit.CROP : pad ? Fit.PAD : Fit.STRETCH, 0);
            return use.nodes().reshapeInput(maps, shape);
        }
        use.require(!crop, "crop_to_aspect_ratio");
        use.require(!pad, "pad_to_aspect_ratio");
        use.require(use.config().text("interpolation", "bilinear").equals("bilinear"), "interpolation");
        return use.add(KerasShapes.linear(maps.shape(), height, width), maps);
    }

    /** The middle of the pictures; as a layer further up it is not known. */
    static KerasValue centerCrop(KerasUse use) {
        KerasValue maps = use.maps();
        int height = side(use, "height");
        int width = side(use, "width");
        if (!use.nodes().isUntouched(maps)) {
            throw new IllegalArgumentException(say("models.keras-front.only-first"));
        }
        int shortSide = Math.min(maps.shape().height(), maps.shape().width());
        use.nodes().fit(Fit.CROP, shortSide > Math.min(height, width) ? shortSide : 0);
        return use.nodes().reshapeInput(maps, new Shape(maps.shape().channels(), height, width));
    }

    private static int side(KerasUse use, String setting) {
        int side = use.config().integer(setting, 0);
        use.require(side > 0 && side <= 10_000, setting);
        return side;
    }

    static KerasValue dropout(KerasUse use) {
        return use.add(new Dropout(use.config().number("rate", use.config().number("p", Dropout.USUAL))), use.input());
    }

    /** What only training does. */
    static KerasValue nothing(KerasUse use) {
        return use.input();
    }
}
