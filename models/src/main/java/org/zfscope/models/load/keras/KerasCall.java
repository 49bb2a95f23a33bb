package org.zfscope.models.load.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One use of a layer: what it is given. A shared layer has several.
 *
 * @param tensors the values of other layers, in order
 * @param numbers plain numbers among the arguments, as in {@code x / 127.5}
 * @param numberFirst whether a number comes before the first of the tensors, as in {@code 1 - x}
 */
record KerasCall(List<Tensor> tensors, List<Double> numbers, boolean numberFirst) {

    private static final int MAX_DEPTH = 8;

    /**
     * What a layer gave in one of its uses.
     *
     * @param use which of its calls
     * @param output which of its results; nested models may have several
     */
    record Tensor(String layer, int use, int output) {}

    KerasCall {
        tensors = List.copyOf(tensors);
        numbers = List.copyOf(numbers);
    }

    /** A layer that takes only the one before it. */
    static KerasCall of(Tensor tensor) {
        return new KerasCall(List.of(tensor), List.of(), false);
    }

    /** The calls of a functional model's layer, from its {@code inbound_nodes} as Keras 2 or 3 writes them. */
    static List<KerasCall> all(JsonNode inbound) {
        List<KerasCall> calls = new ArrayList<>();
        inbound.forEach(node -> calls.add(one(node)));
        return calls;
    }

    private static KerasCall one(JsonNode node) {
        Arguments arguments = new Arguments();
        if (node.isObject()) { // Keras 3
            arguments.take(node.path("args"), 0);
            arguments.take(node.path("kwargs"), 0);
        } else {
            arguments.take(node, 0);
        }
        return new KerasCall(arguments.tensors, arguments.numbers, arguments.numberFirst);
    }

    /** All tensors of a model's {@code input_layers} or {@code output_layers}, in order. */
    static List<Tensor> tensors(JsonNode node) {
        Arguments arguments = new Arguments();
        arguments.take(node, 0);
        return arguments.tensors;
    }

    /** A walk through nested lists and objects. */
    private static final class Arguments {

        private final List<Tensor> tensors = new ArrayList<>();
        private final List<Double> numbers = new ArrayList<>();
        private boolean numberFirst;

        private void take(JsonNode node, int depth) {
            if (depth > MAX_DEPTH) {
                return;
            }
            if (isTensor(node)) {
                tensors.add(new Tensor(
                        node.get(0).textValue(),
                        node.get(1).intValue(),
                        node.get(2).intValue()));
                node.path(3).forEach(given -> take(given, depth + 1)); // Keras 2 puts keywords behind it
            } else if (node.path("config").has("keras_history")) {
                take(node.get("config").get("keras_history"), depth + 1);
            } else if (node.isNumber()) {
                numberFirst |= tensors.isEmpty();
                numbers.add(node.doubleValue());
            } else if (node.isContainerNode()) {
                node.forEach(inner -> take(inner, depth + 1));
            }
        }

        private static boolean isTensor(JsonNode node) {
            return node.isArray()
                    && node.size() >= 3
                    && node.get(0).isTextual()
                    && node.get(1).isInt()
                    && node.get(2).isInt();
        }
    }
}
