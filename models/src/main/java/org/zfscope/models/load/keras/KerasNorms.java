package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.GroupNorm;
import org.zfscope.models.layer.LayerNorm;

/** Layers that normalise. */
final class KerasNorms {

    private KerasNorms() {}

    /** Gamma and beta where {@code scale} and {@code center} say so, then the statistics of training. */
    static KerasValue batch(KerasUse use) {
        KerasValue input = use.input();
        int channels = requireChannels(use, "axis");
        List<String> roles = gammaBeta(use);
        roles.addAll(List.of("moving_mean", "moving_variance"));
        KerasStored stored = new KerasStored(use.weights().of(use.layer()), roles);
        float[] variance = ordered(stored.floats("moving_variance", channels), input);
        double epsilon = use.config().number("epsilon", 1e-3);
        for (float v : variance) {
            if (v + epsilon <= 0) {
                throw new IllegalArgumentException(say("models.keras-norms.variance", v));
            }
        }
        return use.add(
                BatchNorm.of(
                        ordered(gamma(use, stored, channels), input),
                        ordered(beta(use, stored, channels), input),
                        ordered(stored.floats("moving_mean", channels), input),
                        variance,
                        epsilon),
                input);
    }

    /** Over the channels at each position. */
    static KerasValue layer(KerasUse use) {
        KerasValue input = use.input();
        int channels = requireChannels(use, "axis");
        use.require(!use.config().flag("rms_scaling", false), "rms_scaling");
        KerasStored stored = new KerasStored(use.weights().of(use.layer()), gammaBeta(use));
        return use.add(
                new LayerNorm(
                        ordered(gamma(use, stored, channels), input),
                        ordered(beta(use, stored, channels), input),
                        use.config().number("epsilon", 1e-3)),
                input);
    }

    /** Over the maps of neighbouring channels; -1 groups are as many as channels. */
    static KerasValue group(KerasUse use) {
        KerasValue input = use.input();
        int channels = requireChannels(use, "axis");
        use.require(!input.isVector(), "axis");
        int groups = use.config().integer("groups", 32);
        KerasStored stored = new KerasStored(use.weights().of(use.layer()), gammaBeta(use));
        return use.add(
                new GroupNorm(
                        groups == -1 ? channels : groups,
                        gamma(use, stored, channels),
                        beta(use, stored, channels),
                        use.config().number("epsilon", 1e-3)),
                input);
    }

    private static List<String> gammaBeta(KerasUse use) {
        List<String> roles = new ArrayList<>();
        if (use.config().flag("scale", true)) {
            roles.add("gamma");
        }
        if (use.config().flag("center", true)) {
            roles.add("beta");
        }
        return roles;
    }

    private static float[] gamma(KerasUse use, KerasStored stored, int channels) {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return use.config().flag("scale", true) ? stored.floats("gamma", channels) : ones;
    }

    private static float[] beta(KerasUse use, KerasStored stored, int channels) {
        return use.config().flag("center", true) ? stored.floats("beta", channels) : new float[channels];
    }

    /** How many channels there are, if the setting names their axis: a number, or a list of one. */
    static int requireChannels(KerasUse use, String setting) {
        KerasValue input = use.input();
        int[] axes = use.config().integers(setting);
        int axis = axes.length == 0 ? -1 : axes[0];
        int counted = axis < 0 ? axis + input.rank() : axis;
        boolean single = input.shape().isFlat() && input.shape().channels() > 1;
        use.require((axes.length < 2 && counted == (input.isVector() ? 1 : input.channelAxis())) || single, setting);
        return input.shape().channels();
    }

    /** A number for each channel, in our order where the channels are a flattened map's. */
    private static float[] ordered(float[] values, KerasValue input) {
        if (!input.isVector() || input.places().length == 0) {
            return values;
        }
        float[] ordered = new float[values.length];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = values[input.places()[i]];
        }
        return ordered;
    }
}
