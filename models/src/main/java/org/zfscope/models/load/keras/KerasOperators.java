package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.load.OneLine;

/**
 * Plain functions in functional models, such as {@code x / 127.5 - 1}: TensorFlow's inside Keras 2 ({@code TFOpLambda}), which
 * only name a function, and Keras' own operations since 3. None of them holds code.
 */
final class KerasOperators {

    private static final double[] ONE = {1};
    private static final double[] ZERO = {0};

    private KerasOperators() {}

    /** A function of TensorFlow by its name. */
    static KerasValue tensorFlow(KerasUse use) {
        String function = use.config().text("function", "");
        return switch (function.substring(function.lastIndexOf('.') + 1)) {
            case "add", "add_v2", "bias_add" -> add(use);
            case "subtract", "sub" -> subtract(use);
            case "multiply", "mul" -> multiply(use);
            case "truediv", "divide" -> divide(use);
            case "cast", "convert_to_tensor", "identity" -> use.input();
            case "relu", "relu6", "sigmoid", "tanh", "silu", "swish", "softmax", "elu", "selu", "softplus" ->
                named(use, function.substring(function.lastIndexOf('.') + 1));
            default -> throw new IllegalArgumentException(say("models.keras-operators.unknown", OneLine.of(function)));
        };
    }

    /** A function that Keras has a class for. */
    static KerasValue function(KerasUse use) {
        return named(use, KerasCountedWeights.snake(use.layer().kind()));
    }

    private static KerasValue named(KerasUse use, String name) {
        KerasValue input = use.input();
        return KerasActivations.named(name, use, input)
                .map(layer -> use.add(layer, input))
                .orElse(input);
    }

    static KerasValue add(KerasUse use) {
        return use.inputs().size() > 1 ? KerasMerges.add(use) : KerasFront.scaled(use, ONE, number(use));
    }

    static KerasValue subtract(KerasUse use) {
        if (use.inputs().size() > 1) {
            return KerasMerges.subtract(use);
        }
        double number = number(use)[0];
        return use.call().numberFirst()
                ? KerasFront.scaled(use, new double[] {-1}, new double[] {number})
                : KerasFront.scaled(use, ONE, new double[] {-number});
    }

    static KerasValue multiply(KerasUse use) {
        return use.inputs().size() > 1 ? KerasMerges.multiply(use) : KerasFront.scaled(use, number(use), ZERO);
    }

    static KerasValue divide(KerasUse use) {
        double number = number(use)[0];
        use.require(!use.call().numberFirst() && number != 0, "inbound_nodes");
        return KerasFront.scaled(use, new double[] {1 / number}, ZERO);
    }

    private static double[] number(KerasUse use) {
        if (use.call().numbers().size() != 1) {
            throw new IllegalArgumentException(say(
                    "models.keras-operators.one-number", use.call().numbers().size()));
        }
        return new double[] {use.call().numbers().get(0)};
    }
}
