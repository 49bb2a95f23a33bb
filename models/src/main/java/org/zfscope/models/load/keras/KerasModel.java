package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfscope.models.load.keras.KerasCall.Tensor;

/**
 * A Keras model: layers and who takes what. A sequential one is written out as a functional one, each layer taking the one
 * before it.
 *
 * @param inputs what the model is given
 * @param outputs what it gives
 * @param built the shape that it was built for, with the batch; null where open
 */
record KerasModel(String name, List<KerasLayer> layers, List<Tensor> inputs, List<Tensor> outputs, JsonNode built) {

    private static final int MAX_LAYERS = 10_000;
    private static final int MAX_DEPTH = 16;
    private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");

    /** What a sequential model's first layer takes where no layer stands for the input. */
    private static final String START = "";

    KerasModel {
        layers = List.copyOf(layers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static boolean isModel(String kind) {
        return MODELS.contains(kind);
    }

    /**
     * Reads one.
     *
     * @param path its name after those of the models it lies in; none for the file's own
     */
    static KerasModel of(JsonNode json, List<String> path) {
        String kind = json.path("class_name").asText();
        if (!isModel(kind)) {
            throw new IllegalArgumentException(
                    kind.isEmpty() ? say("models.keras-model.no-class") : say("models.keras-model.own-class", kind));
        }
        JsonNode config = json.path("config");
        JsonNode list = config.isArray() ? config : config.path("layers"); // Keras 2.1 has the layers themselves there
        if (!list.isArray() || list.isEmpty()) {
            throw new IllegalArgumentException(say("models.keras-model.no-layers", kind));
        }
        if (list.size() > MAX_LAYERS || path.size() > MAX_DEPTH) {
            throw new IllegalArgumentException(say("models.keras-model.too-many", list.size(), path.size()));
        }
        List<KerasLayer> layers = new ArrayList<>();
        list.forEach(layer -> layers.add(KerasLayer.of(layer, path)));
        String name = config.path("name").asText(kind);
        JsonNode built = config.hasNonNull("build_input_shape")
                ? config.get("build_input_shape")
                : json.path("build_config").path("input_shape");
        return kind.equals("Sequential")
                        && layers.stream().allMatch(l -> l.calls().isEmpty())
                ? sequential(name, layers, built)
                : functional(name, layers, config, built);
    }

    private static KerasModel sequential(String name, List<KerasLayer> layers, JsonNode built) {
        List<KerasLayer> chained = new ArrayList<>();
        Tensor last = new Tensor(START, 0, 0);
        Tensor first = last;
        for (KerasLayer layer : layers) {
            Tensor given = last;
            last = new Tensor(layer.name(), layer.inner().isPresent() ? 1 : 0, 0);
            if (layer.isInput() && chained.isEmpty()) {
                first = last;
                chained.add(layer);
            } else {
                chained.add(layer.with(List.of(KerasCall.of(given))));
            }
        }
        return new KerasModel(name, chained, List.of(first), List.of(last), built);
    }

    private static KerasModel functional(String name, List<KerasLayer> layers, JsonNode config, JsonNode built) {
        List<Tensor> outputs = KerasCall.tensors(config.path("output_layers"));
        List<Tensor> inputs = KerasCall.tensors(config.path("input_layers"));
        if (outputs.isEmpty() || inputs.isEmpty()) {
            throw new IllegalArgumentException(say("models.keras-model.no-input-or-output", name));
        }
        return new KerasModel(name, layers, inputs, outputs, built);
    }

    /**
     * The number that the first use of each layer has. It is 1 for most models that are used as layers, for Keras counts
     * their making as a use; whoever reads the file has only the numbers that are asked for to tell.
     */
    Map<String, Integer> firstUses() {
        Map<String, Integer> first = new HashMap<>();
        layers.stream()
                .flatMap(l -> l.calls().stream())
                .flatMap(c -> c.tensors().stream())
                .forEach(t -> first.merge(t.layer(), t.use(), Math::min));
        outputs.forEach(t -> first.merge(t.layer(), t.use(), Math::min));
        Map<String, Integer> uses = new HashMap<>();
        layers.stream()
                .filter(l -> l.inner().isPresent())
                .forEach(l -> uses.put(l.name(), Math.min(1, first.getOrDefault(l.name(), 0))));
        return uses;
    }

    /** All layers that are no models, inner ones in the place of the model they lie in. */
    List<KerasLayer> leaves() {
        List<KerasLayer> leaves = new ArrayList<>();
        layers.forEach(l -> l.inner().ifPresentOrElse(m -> leaves.addAll(m.leaves()), () -> leaves.add(l)));
        return leaves;
    }
}
