package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.tensor.Shape;

/**
 * A layer in its turn: its settings, what it takes, its weights; and where what it makes goes.
 *
 * @param inputs in the order of its bottoms
 */
record CaffeStep(CaffeLayer layer, List<CaffeValue> inputs, CaffeParameters parameters, CaffeLayers made) {

    CaffeStep {
        inputs = List.copyOf(inputs);
    }

    /** Its only input. */
    CaffeValue input() {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(say("models.caffe-step.one-input", inputs.size()));
        }
        return inputs.get(0);
    }

    Shape shape() {
        return input().shape();
    }

    CaffeMessage settings(String group) {
        return layer.settings(group);
    }

    /** Its weights of that number. */
    CaffeBlob blob(int number) {
        return parameters.blob(layer, number);
    }

    /** How many arrays of weights its file has for it. */
    int blobs() {
        return parameters.count(layer);
    }

    /** An axis as its settings name it, counted from the end where it is negative. */
    int axis(String group, int absent) {
        int axis = settings(group).integer("axis", absent);
        return axis < 0 ? axis + inputs.get(0).rank() : axis;
    }

    /**
     * Refuses what works along another axis than the channels.
     *
     * @throws IllegalArgumentException if it does
     */
    void requireChannels(String group) {
        if (axis(group, 1) != 1) {
            throw new IllegalArgumentException(say("models.caffe-step.axis", axis(group, 1)));
        }
    }

    /** The layer is this, and what it makes has as many sides as what it takes. */
    void becomes(Layer one) {
        becomes(one, inputs.get(0).rank());
    }

    /** The layer is this. */
    void becomes(Layer one, int rank) {
        give(0, made.add(layer.name(), one, rank, inputs));
    }

    /** One of several layers that it takes to do what this one does: the last of them is to have its name. */
    CaffeValue before(String suffix, Layer one, CaffeValue... from) {
        return made.add(layer.name() + "_" + suffix, one, from[0].rank(), List.of(from));
    }

    /** What it makes under one of its tops. */
    void give(int top, CaffeValue value) {
        if (top < layer.tops().size()) {
            made.put(layer.tops().get(top), value);
        }
    }

    /** Its name; with several tops each has its own. */
    String name(int top) {
        return layer.tops().size() > 1 ? layer.tops().get(top) : layer.name();
    }

    /** The only layer that is made under that name. */
    CaffeValue add(String name, Layer one, CaffeValue from) {
        return made.add(name, one, from.rank(), List.of(from));
    }

    /** Biases, where the settings do not do without: an array of their own. */
    Optional<CaffeBlob> bias(String group, int number) {
        return settings(group).flag("bias_term", true) ? Optional.of(blob(number)) : Optional.empty();
    }
}
