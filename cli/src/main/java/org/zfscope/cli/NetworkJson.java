package org.zfscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.tensor.Shape;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.ReceptiveField.Span;

/** A network as describe prints it for machines. */
final class NetworkJson {

    private NetworkJson() {}

    static Map<String, Object> of(Network network) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", network.name());
        json.put("input", shape(network.input()));
        json.put("inputSource", word(network.inputSource()));
        json.put("preprocessing", PreprocessingJson.of(network.preprocessing()));
        json.put("parameters", network.parameters());
        json.put("weights", weights(network.weights()));
        network.leftOut().ifPresent(part -> json.put("leftOut", leftOut(part)));
        json.put("classes", network.labels().size());
        if (!network.labels().isEmpty()) {
            json.put("classNames", word(network.classNames().source()));
        }
        json.put("outputs", network.outputs());
        json.put("layers", network.nodes().stream().map(n -> layer(network, n)).toList());
        return json;
    }

    private static String word(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    /** Where the weights come from, with the seed of random ones. */
    static Map<String, Object> weights(WeightOrigin weights) {
        if (weights instanceof WeightOrigin.Random random) {
            return weights("random", random.seed());
        }
        return weights instanceof WeightOrigin.Shuffled shuffled
                ? weights("shuffled", shuffled.seed())
                : Map.of("origin", "file");
    }

    private static Map<String, Object> leftOut(LeftOut part) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operations", part.nodes());
        json.put("from", part.first());
        json.put("operator", part.operator());
        json.put("scores", part.part() == LeftOut.Part.SCORES);
        return json;
    }

    private static Map<String, Object> weights(String origin, long seed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("origin", origin);
        json.put("seed", seed);
        return json;
    }

    private static Map<String, Object> layer(Network network, Node node) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", node.name());
        json.put("kind", node.layer().kind());
        json.put("inputs", node.inputs());
        json.put("shape", shape(network.shape(node.name())));
        json.put("parameters", node.layer().parameters());
        json.put("receptiveField", field(ReceptiveField.of(network, node.name())));
        return json;
    }

    /** One number where both directions agree, else [vertical, horizontal]. */
    private static Map<String, Object> field(ReceptiveField field) {
        Span v = field.vertical();
        Span h = field.horizontal();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("size", both(v.size(), h.size()));
        json.put("stride", both(v.stride(), h.stride()));
        json.put("offset", both(v.offset(), h.offset()));
        return json;
    }

    private static Object both(int vertical, int horizontal) {
        return vertical == horizontal ? (Object) vertical : List.of(vertical, horizontal);
    }

    private static List<Integer> shape(Shape shape) {
        return List.of(shape.channels(), shape.height(), shape.width());
    }
}
