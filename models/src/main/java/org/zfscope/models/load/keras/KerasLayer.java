package org.zfscope.models.load.keras;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer as a Keras file describes it.
 *
 * @param within the names of the models it lies in, the outermost first; not the file's own
 * @param kind the class: {@code Conv2D}
 * @param origin where the class comes from, as far as the file says; empty for Keras' own
 * @param inner the layers of a model that is used as a layer
 * @param built the shape that it was built for, as Keras 3 notes it; with the batch, null where open
 */
record KerasLayer(
        List<String> within,
        String name,
        String kind,
        String origin,
        KerasConfig config,
        Optional<KerasModel> inner,
        List<KerasCall> calls,
        JsonNode built) {

    private static final String OWN = "keras";

    KerasLayer {
        within = List.copyOf(within);
        calls = List.copyOf(calls);
    }

    /** Reads one. */
    static KerasLayer of(JsonNode json, List<String> within) {
        String kind = json.path("class_name").asText();
        KerasConfig config = new KerasConfig(json.path("config"));
        String name = config.text("name", json.path("name").asText(kind));
        if (kind.isEmpty() || name.isEmpty() || name.startsWith("/")) {
            throw new IllegalArgumentException(say("models.keras-layer.without-class-or-name"));
        }
        List<String> inside = new ArrayList<>(within);
        inside.add(name);
        Optional<KerasModel> inner =
                KerasModel.isModel(kind) ? Optional.of(KerasModel.of(json, inside)) : Optional.empty();
        return new KerasLayer(
                within,
                name,
                kind,
                origin(json),
                config,
                inner,
                KerasCall.all(json.path("inbound_nodes")),
                json.path("build_config").path("input_shape"));
    }

    /** {@code Package>Name} for a class that was registered by its author, else the module where it is none of Keras'. */
    private static String origin(JsonNode json) {
        String registered = json.path("registered_name").asText("");
        if (registered.contains(">")) {
            return registered;
        }
        String module = json.path("module").asText("");
        boolean own = module.isEmpty()
                || module.startsWith(OWN)
                || module.startsWith("tf_" + OWN)
                || module.startsWith("tensorflow")
                || module.equals("builtins");
        return own ? "" : module;
    }

    /** The names of the models it lies in and its own, with slashes between. */
    String path() {
        return within.isEmpty() ? name : String.join("/", within) + "/" + name;
    }

    boolean isInput() {
        return kind.equals("InputLayer");
    }

    /** The same layer with other calls. */
    KerasLayer with(List<KerasCall> other) {
        return new KerasLayer(within, name, kind, origin, config, inner, other, built);
    }
}
