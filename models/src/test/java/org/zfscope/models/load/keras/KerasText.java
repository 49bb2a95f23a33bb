package org.zfscope.models.load.keras;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Descriptions of models as Keras writes them; single quotes stand for double ones. */
final class KerasText {

    private KerasText() {}

    /** A sequential model of Keras 3 for input of that shape, such as {@code 6, 5, 4}. */
    static String sequential(String input, String... layers) {
        String first = layer("InputLayer", "input_layer", "'batch_shape': [null, " + input + "]");
        return json("{'module': 'keras', 'class_name': 'Sequential', 'config': {'name': 'sequential', 'layers': ["
                + first + ", " + String.join(", ", layers) + "]}, 'registered_name': null}");
    }

    /** A layer of Keras 3. */
    static String layer(String kind, String name, String config) {
        return json("{'module': 'keras.layers', 'class_name': '" + kind + "', 'config': {'name': '" + name
                + "', 'dtype': {'module': 'keras', 'class_name': 'DTypePolicy', 'config': {'name': 'float32'}}"
                + (config.isEmpty() ? "" : ", " + config) + "}, 'registered_name': null}");
    }

    /** A layer of a functional model of Keras 3. */
    static String layer(String kind, String name, String config, String... inputs) {
        String args = Arrays.stream(inputs)
                .map(i -> "{'class_name': '__keras_tensor__', 'config': {'shape': [null], 'keras_history': ['" + i
                        + "', 0, 0]}}")
                .collect(Collectors.joining(", "));
        String all = inputs.length > 1 ? "[" + args + "]" : args;
        String bare = layer(kind, name, config);
        return bare.substring(0, bare.length() - 1)
                + json(", 'name': '" + name + "', 'inbound_nodes': [{'args': [" + all + "], 'kwargs': {}}]}");
    }

    /** A functional model of Keras 3 whose input is called {@code in}. */
    static String functional(String input, String output, String... layers) {
        String first = layer("InputLayer", "in", "'batch_shape': [null, " + input + "]");
        return json(
                "{'module': 'keras.src.models.functional', 'class_name': 'Functional', 'config': {'name': 'functional',"
                        + " 'layers': [" + first.substring(0, first.length() - 1) + ", 'inbound_nodes': []}"
                        + Arrays.stream(layers).map(l -> ", " + l).collect(Collectors.joining())
                        + "], 'input_layers': [['in', 0, 0]], 'output_layers': [['" + output
                        + "', 0, 0]]}, 'registered_name': 'Functional'}");
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
