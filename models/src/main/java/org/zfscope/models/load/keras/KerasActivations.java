package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.load.keras.KerasValue.Layout;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Functions of each value, as layers of their own or as part of another one. */
final class KerasActivations {

    private static final String LINEAR = "linear";

    private KerasActivations() {}

    /** The function of an {@code Activation} layer. */
    static KerasValue activation(KerasUse use) {
        KerasValue input = use.input();
        return function(use, input, use.config().json().path("activation"))
                .map(layer -> use.add(layer, input))
                .orElse(input);
    }

    /** The function that is part of another layer: a node of its own, called for the layer and the function. */
    static KerasValue fused(KerasUse use, KerasValue value) {
        JsonNode given = use.config().json().path("activation");
        return function(use, value, given)
                .map(layer -> use.addPart(ending(given), layer, value))
                .orElse(value);
    }

    private static String ending(JsonNode given) {
        if (given.isTextual() || given.path("config").isTextual()) {
            String name =
                    given.isTextual() ? given.textValue() : given.get("config").textValue();
            return name.substring(name.lastIndexOf('.') + 1);
        }
        return KerasCountedWeights.snake(given.path("class_name").asText(""));
    }

    /** A name, or an object that holds a name or a whole layer. */
    private static Optional<Layer> function(KerasUse use, KerasValue value, JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return Optional.empty();
        }
        String kind = given.path("class_name").asText("");
        if (given.isTextual() || kind.equals("function") || given.path("config").isTextual()) {
            return named(ending(given), use, value);
        }
        return Optional.of(layer(kind, new KerasConfig(given.path("config")), use, value));
    }

    /** By the names in {@code keras.activations}; nothing for the identity. */
    static Optional<Layer> named(String name, KerasUse use, KerasValue value) {
        return switch (name) {
            case LINEAR -> Optional.empty();
            case "relu" -> Optional.of(new Relu());
            case "relu6" -> Optional.of(new ClippedRelu(6));
            case "leaky_relu" -> Optional.of(new LeakyRelu(0.2f));
            case "softmax" -> Optional.of(softmax(-1, value));
            default -> Optional.of(new Activation(curve(name, use)));
        };
    }

    private static Curve curve(String name, KerasUse use) {
        return switch (name) {
            case "sigmoid" -> new Curve.Sigmoid();
            case "hard_sigmoid" -> hardSigmoid(use.version());
            case "tanh" -> new Curve.Tanh();
            case "elu" -> new Curve.Elu(1);
            case "celu" -> new Curve.Celu(1);
            case "selu" -> new Curve.Selu();
            case "softplus" -> new Curve.Softplus();
            case "softsign" -> new Curve.Softsign();
            case "swish", "silu" -> new Curve.Silu();
            case "hard_silu", "hard_swish" -> new Curve.HardSwish();
            case "mish" -> new Curve.Mish();
            case "gelu" -> new Curve.Gelu();
            case "exponential" -> new Curve.Exp();
            default -> throw new IllegalArgumentException(say("models.keras-activations.unknown", name));
        };
    }

    /** Keras changed it: 0.2 x + 0.5 up to 2.x, x / 6 + 0.5 since 3. */
    private static Curve hardSigmoid(int version) {
        return version < 3 ? new Curve.HardSigmoid(0.2f, 0.5f) : new Curve.HardSigmoid(1 / 6f, 0.5f);
    }

    /** Over the channels, which is what Keras' last axis must be. */
    private static Softmax softmax(int axis, KerasValue value) {
        int counted = axis < 0 ? axis + value.rank() : axis;
        boolean channels = value.isVector() ? counted == 1 : counted == value.channelAxis();
        if (!channels && !value.shape().isFlat()) {
            throw new IllegalArgumentException(say("models.keras-activations.softmax-axis", axis, value.layout()));
        }
        return new Softmax();
    }

    /** Layers that are functions. */
    static KerasValue layer(KerasUse use) {
        KerasValue input = use.input();
        return use.add(layer(use.layer().kind(), use.config(), use, input), input);
    }

    private static Layer layer(String kind, KerasConfig config, KerasUse use, KerasValue value) {
        return switch (kind) {
            case "ReLU" -> relu(config, use);
            case "LeakyReLU" -> new LeakyRelu((float) config.number("negative_slope", config.number("alpha", 0.3)));
            case "PReLU" -> parametric(use, value);
            case "ELU" -> new Activation(new Curve.Elu((float) config.number("alpha", 1)));
            case "Softmax" -> softmax(config.integer("axis", -1), value);
            default -> throw new IllegalArgumentException(say("models.keras-activations.unknown", kind));
        };
    }

    private static Layer relu(KerasConfig config, KerasUse use) {
        double slope = config.number("negative_slope", 0);
        use.require(config.number("threshold", 0) == 0, "threshold");
        if (!config.has("max_value")) {
            return slope == 0 ? new Relu() : new LeakyRelu((float) slope);
        }
        use.require(slope == 0, "negative_slope");
        return new ClippedRelu((float) config.number("max_value", 0));
    }

    /** Slopes lie as the input without its batch does, with sides of 1 where they are shared. */
    private static Layer parametric(KerasUse use, KerasValue value) {
        KerasStored stored = use.stored("alpha");
        int[] sides = stored.sides("alpha");
        use.require(sides.length == value.rank() - 1, "shared_axes");
        long[] wanted = new long[sides.length];
        for (int i = 0; i < sides.length; i++) {
            wanted[i] = sides[i];
        }
        float[] alpha = stored.floats("alpha", wanted);
        if (value.isVector()) {
            use.require(value.places().length == 0, "shared_axes");
            return new ParametricRelu(alpha);
        }
        if (value.layout() == Layout.CHANNELS_FIRST) {
            return new ParametricRelu(new Tensor(new Shape(sides[0], sides[1], sides[2]), alpha));
        }
        Shape shape = new Shape(sides[2], sides[0], sides[1]);
        float[] ordered = new float[alpha.length];
        for (int i = 0; i < alpha.length; i++) {
            ordered[i % sides[2] * shape.area() + i / sides[2]] = alpha[i];
        }
        return new ParametricRelu(new Tensor(shape, ordered));
    }
}
