package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.keras.KerasValue.Layout;

/**
 * One use of a layer on its way to nodes.
 *
 * @param version the first number of the Keras that wrote the file
 */
record KerasUse(
        KerasLayer layer,
        KerasCall call,
        List<KerasValue> inputs,
        KerasNodes nodes,
        KerasWeights weights,
        int version) {

    KerasConfig config() {
        return layer.config();
    }

    /** The only input. */
    KerasValue input() {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(say("models.keras-use.one-input", inputs.size()));
        }
        return inputs.get(0);
    }

    /**
     * The only input, as maps in the layout of the layer's own {@code data_format}.
     *
     * @throws IllegalArgumentException if it is a vector, or Keras has its channels on another axis
     */
    KerasValue maps() {
        KerasValue maps = input();
        Layout layout = config().text("data_format", "").equals("channels_first")
                ? Layout.CHANNELS_FIRST
                : config().has("data_format") ? Layout.CHANNELS_LAST : maps.layout();
        if (maps.isVector()) {
            throw new IllegalArgumentException(say("models.keras-use.maps-expected", maps.shape()));
        }
        if (maps.layout() != layout && !maps.shape().isFlat()) {
            throw new IllegalArgumentException(say("models.keras-use.other-layout", layout, maps.layout()));
        }
        return maps;
    }

    /** The arrays that a layer must have, in Keras' order. */
    KerasStored stored(String... roles) {
        return new KerasStored(weights.of(layer), List.of(roles));
    }

    /** The kernel's name, and the bias' where there is one. */
    KerasStored stored(List<String> kernels) {
        List<String> roles = new ArrayList<>(kernels);
        if (config().flag("use_bias", true)) {
            roles.add("bias");
        }
        return new KerasStored(weights.of(layer), roles);
    }

    /** The bias, or zeros. */
    float[] bias(KerasStored stored, int units) {
        return config().flag("use_bias", true) ? stored.floats("bias", units) : new float[units];
    }

    /** Weights that are read once, however often the layer is used. */
    Weights once(String part, Supplier<Weights> reading) {
        return nodes.once(layer.path() + part, reading);
    }

    /** A node under the layer's name. */
    KerasValue add(Layer made, KerasValue... from) {
        return nodes.add(layer.path(), made, from);
    }

    /** A node on the way to the layer's own; its name ends otherwise. */
    KerasValue addPart(String ending, Layer made, KerasValue... from) {
        return nodes.addPart(layer.path() + "_" + ending, made, from);
    }

    /** The activation function that is part of the layer, behind it. */
    KerasValue activated(KerasValue value) {
        return KerasActivations.fused(this, value);
    }

    /** Refuses settings that are not known. */
    void require(boolean fits, String setting) {
        if (!fits) {
            String found =
                    Arrays.toString(config().json().path(setting).toString().split("(?<=\\G.{80})", 2));
            throw new IllegalArgumentException(say("models.keras-use.setting", setting, found));
        }
    }
}
