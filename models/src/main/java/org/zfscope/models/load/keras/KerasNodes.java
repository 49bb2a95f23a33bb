package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.LayerNames;
import org.zfscope.models.tensor.Shape;

/** The layers made so far, and what the first ones of the file do to the pixels, which makes no layers. */
final class KerasNodes {

    /** Values of one layer's output for one picture; 1 GiB. */
    private static final long MAX_VALUES = 1 << 28;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Weights> shared = new HashMap<>();
    private final Set<String> reserved;
    private Shape input;
    private Optional<KerasScaling> scaling = Optional.empty();
    private Optional<Fit> fit = Optional.empty();
    private int shortSide;

    /** @param reserved names that layers of the file have, which no part of another one takes */
    KerasNodes(Shape input, List<String> reserved) {
        this.input = input;
        this.reserved = new HashSet<>(reserved);
    }

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    Shape input() {
        return input;
    }

    /** What the file's first layers do to the pixels; nothing where it has no such layers. */
    Optional<KerasScaling> scaling() {
        return scaling.filter(s -> !s.isNone());
    }

    /** How the file's first layers make pictures fit. */
    Optional<Fit> fit() {
        return fit;
    }

    /** What a picture's shorter side becomes before its middle is cut out; 0 for the input's own. */
    int shortSide() {
        return shortSide;
    }

    /** Weights that several nodes may use. */
    Weights once(String key, Supplier<Weights> reading) {
        Weights there = shared.get(key);
        if (there == null) {
            there = reading.get();
            shared.put(key, there);
        }
        return there;
    }

    /** One more layer under that name, or with a number behind it where it is taken. */
    KerasValue add(String name, Layer layer, KerasValue... inputs) {
        return put(LayerNames.free(name, nodes.keySet()), layer, inputs);
    }

    /** The same for a name that the file does not have; layers of that name go before. */
    KerasValue addPart(String name, Layer layer, KerasValue... inputs) {
        Set<String> taken = new HashSet<>(nodes.keySet());
        taken.addAll(reserved);
        return put(LayerNames.free(name, taken), layer, inputs);
    }

    private KerasValue put(String name, Layer layer, KerasValue... inputs) {
        KerasValue[] from = Arrays.stream(inputs).map(this::pixels).toArray(KerasValue[]::new);
        Shape shape =
                layer.outputShape(Arrays.stream(from).map(KerasValue::shape).toList());
        requireBounded(say("models.keras-nodes.output", shape), shape.channels(), shape.height(), shape.width());
        nodes.put(
                name,
                new Node(name, layer, Arrays.stream(from).map(KerasValue::node).toList()));
        KerasValue first = inputs[0];
        return new KerasValue(name, shape, first.layout(), first.places(), Optional.empty());
    }

    /** Refuses arrays that no real network needs, before anybody makes them. */
    static void requireBounded(String what, long... sides) {
        long left = MAX_VALUES;
        for (long side : sides) {
            left /= Math.max(1, side);
        }
        if (left == 0) {
            throw new IllegalArgumentException(say("models.keras-nodes.too-large", what));
        }
    }

    /** The input as preprocessing gives it; where two layers want it differently, a layer for the second. */
    private KerasValue pixels(KerasValue value) {
        if (value.scaling().isEmpty()) {
            return value;
        }
        KerasScaling wanted = value.scaling().get();
        KerasScaling given = scaling.orElse(wanted);
        scaling = Optional.of(given);
        if (given.equals(wanted)) {
            return value;
        }
        KerasScaling rest = wanted.after(given);
        return addPart("input_scaled", norm(rest), value.with(given));
    }

    private static BatchNorm norm(KerasScaling scaling) {
        float[] scale = new float[scaling.scale().length];
        float[] shift = new float[scale.length];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = (float) scaling.scale()[c];
            shift[c] = (float) scaling.shift()[c];
        }
        return new BatchNorm(scale, shift);
    }

    /**
     * Changes the input's shape: the file's first layers resize or reshape what they are given.
     *
     * @param value the input
     */
    KerasValue reshapeInput(KerasValue value, Shape shape) {
        if (!Network.INPUT.equals(value.node()) || !nodes.isEmpty()) {
            throw new IllegalArgumentException(say("models.keras-nodes.not-first"));
        }
        input = shape;
        return new KerasValue(value.node(), shape, value.layout(), value.places(), value.scaling());
    }

    /** Whether a value is the input, and nothing was made of it. */
    boolean isUntouched(KerasValue value) {
        return Network.INPUT.equals(value.node()) && nodes.isEmpty();
    }

    /** Whether a sigmoid has made it. */
    boolean isGate(KerasValue value) {
        Node node = nodes.get(value.node());
        return node != null
                && node.layer() instanceof Activation activation
                && (activation.curve() instanceof Curve.Sigmoid || activation.curve() instanceof Curve.HardSigmoid);
    }

    void fit(Fit how, int side) {
        fit = Optional.of(how);
        shortSide = side;
    }

    /** Gives all weights back, where no network came of it. */
    void close() {
        new ArrayList<>(shared.values()).forEach(Weights::close);
    }
}
