package org.zfscope.models.load.zfscope;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.ClassNames;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.LayerNames;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.tensor.Shape;

/** What {@code network.json} says. */
final class Described {

    private static final int MAX_CHANNELS = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Path file;
    private final JsonNode root;

    /** Throws IllegalArgumentException if it is of no version that is known. */
    Described(Path file, byte[] json) throws IOException {
        this.file = file;
        try {
            this.root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(say("models.described.json", OneLine.of(e.getOriginalMessage())), e);
        }
        JsonNode version = root.path("version");
        if (!version.isInt() || version.intValue() != ModelFile.VERSION) {
            throw new IllegalArgumentException(say("models.described.version", OneLine.of(version), ModelFile.VERSION));
        }
    }

    Network network(ModelCard card, TensorsIn tensors) {
        Making making = new Making(tensors);
        try {
            JsonNode sources = root.path("sources");
            ParsedModel parsed =
                    new ParsedModel(input(), source(sources.path("input")), nodes(making), outputs(), leftOut());
            Network network = parsed.network(file, Optional.of(card), "zfscope");
            Source preprocessing = source(sources.path("preprocessing"));
            Source classNames = source(sources.path("classNames"));
            return network.with(network.preprocessing().from(preprocessing))
                    .withClassNames(new ClassNames(card.labels(), classNames))
                    .withWeights(weights(root.path("weights")));
        } catch (RuntimeException e) {
            making.forget();
            throw e;
        }
    }

    private Shape input() {
        JsonNode sides = root.path("input");
        int channels = sides.path(0).asInt();
        InputSize size = new InputSize(sides.path(1).asInt(), sides.path(2).asInt());
        if (sides.size() != 3 || channels > MAX_CHANNELS) {
            throw wrong("input", sides);
        }
        return new Shape(channels, size.height(), size.width());
    }

    private List<Node> nodes(Making making) {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode layer : root.path("layers")) {
            String name = name(layer.path("name"));
            List<String> inputs = new ArrayList<>();
            layer.path("inputs").forEach(input -> inputs.add(text("inputs", input)));
            nodes.add(new Node(name, made(making, name, layer), inputs));
        }
        return nodes;
    }

    private static Layer made(Making making, String name, JsonNode layer) {
        try {
            return making.layer(text("kind", layer.path("kind")), layer.path("is"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(say("models.described.layer", name, OneLine.message(e)), e);
        }
    }

    /** As unit addresses can hold it; another name would be another layer to whoever asks for it. */
    private static String name(JsonNode node) {
        String name = text("name", node);
        if (!name.equals(LayerNames.free(name, Set.of()))) {
            throw wrong("name", node);
        }
        return name;
    }

    private List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (JsonNode output : root.path("outputs")) {
            outputs.add(new Output(text("name", output.path("name")), text("layer", output.path("layer"))));
        }
        return outputs;
    }

    private Optional<LeftOut> leftOut() {
        JsonNode gone = root.path("leftOut");
        if (gone.isMissingNode()) {
            return Optional.empty();
        }
        LeftOut.Part part = Arrays.stream(LeftOut.Part.values())
                .filter(p -> p.name().equals(gone.path("part").asText()))
                .findFirst()
                .orElseThrow(() -> wrong("leftOut", gone));
        return Optional.of(new LeftOut(
                gone.path("nodes").asInt(),
                OneLine.of(text("first", gone.path("first"))),
                OneLine.of(text("operator", gone.path("operator"))),
                part));
    }

    private static Source source(JsonNode node) {
        return Arrays.stream(Source.values())
                .filter(source -> source.name().toLowerCase(Locale.ROOT).equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> wrong("sources", node));
    }

    private static WeightOrigin weights(JsonNode node) {
        return switch (node.path("origin").asText()) {
            case "learned" -> new WeightOrigin.Learned();
            case "random" -> new WeightOrigin.Random(node.path("seed").asLong());
            case "shuffled" -> new WeightOrigin.Shuffled(node.path("seed").asLong());
            default -> throw wrong("weights", node);
        };
    }

    private static String text(String entry, JsonNode node) {
        if (!node.isTextual()) {
            throw wrong(entry, node);
        }
        return node.textValue();
    }

    private static IllegalArgumentException wrong(String entry, JsonNode node) {
        return new IllegalArgumentException(say("models.described.entry", entry, OneLine.of(node)));
    }
}
