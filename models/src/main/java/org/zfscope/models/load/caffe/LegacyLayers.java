package org.zfscope.models.load.caffe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Layers from files of Caffe's first years, made into today's: those of 2014 (field {@code layers}, types in capitals) and
 * those of 2013 (a {@code layer} with all settings inside a {@code layers} with the connections, paddings as layers of their
 * own), by the rules of Caffe's own {@code upgrade_net_proto_text}.
 */
final class LegacyLayers {

    private static final Map<String, String> TYPES_2013 = Map.ofEntries(
            Map.entry("conv", "Convolution"),
            Map.entry("pool", "Pooling"),
            Map.entry("innerproduct", "InnerProduct"),
            Map.entry("images", "ImageData"),
            Map.entry("relu", "ReLU"),
            Map.entry("lrn", "LRN"),
            Map.entry("bnll", "BNLL"),
            Map.entry("tanh", "TanH"),
            Map.entry("softmax_loss", "SoftmaxWithLoss"));

    private static final Map<String, String> FIELDS_2013 = Map.of(
            "kernelsize", "kernel_size", "biasterm", "bias_term", "cropsize", "crop_size", "meanfile", "mean_file");

    private static final Set<String> GROUPS = Set.of(
            "convolution_param",
            "pooling_param",
            "inner_product_param",
            "lrn_param",
            "dropout_param",
            "concat_param",
            "image_data_param",
            "transform_param");

    private static final String PADDING = "padding";

    private LegacyLayers() {}

    /** The layers of fields {@code layers}, in order. */
    static List<CaffeLayer> of(List<CaffeMessage> layers) {
        List<CaffeLayer> upgraded = new ArrayList<>();
        for (CaffeMessage layer : layers) {
            upgraded.add(layer.has("layer") ? of2013(layer) : of2014(layer));
        }
        return withoutPaddings(upgraded);
    }

    private static CaffeLayer of2014(CaffeMessage layer) {
        return new CaffeLayer(
                CaffeLayer.name(layer),
                today(layer.text("type", "")),
                layer.texts("bottom"),
                layer.texts("top"),
                layer,
                layer.messages("blobs"),
                layer.texts("param"));
    }

    /** {@code INNER_PRODUCT}, {@code InnerProduct} and 14 are {@code InnerProduct}. */
    private static String today(String type) {
        String[] known = CaffeFields.of("v1", 5).orElseThrow().kind().split("\\|", -1);
        String plain = type.replace("_", "").toLowerCase(Locale.ROOT);
        for (int i = 0; i < known.length; i++) {
            if (known[i].toLowerCase(Locale.ROOT).equals(plain) || type.equals(Integer.toString(i))) {
                return known[i];
            }
        }
        return plain.equals("softmaxloss") ? "SoftmaxWithLoss" : type;
    }

    /** All settings lie side by side; each group of today's gets all of them and takes what is its own. */
    private static CaffeLayer of2013(CaffeMessage connections) {
        CaffeMessage old = connections.message("layer");
        CaffeMessage settings = new CaffeMessage();
        old.texts()
                .forEach((field, values) ->
                        values.forEach(value -> settings.put(FIELDS_2013.getOrDefault(field, field), value)));
        CaffeMessage body = new CaffeMessage();
        GROUPS.forEach(group -> body.put(group, settings));
        String type = old.text("type", "");
        return new CaffeLayer(
                CaffeLayer.name(old),
                type.equals(PADDING) ? PADDING : TYPES_2013.getOrDefault(type, today(type)),
                connections.texts("bottom"),
                connections.texts("top"),
                body,
                old.messages("blobs"),
                List.of());
    }

    /** What a padding layer does is done by the convolution that takes what it makes. */
    private static List<CaffeLayer> withoutPaddings(List<CaffeLayer> layers) {
        Map<String, CaffeLayer> paddings = new HashMap<>();
        List<CaffeLayer> kept = new ArrayList<>();
        for (CaffeLayer layer : layers) {
            if (layer.type().equals(PADDING)
                    && layer.tops().size() == 1
                    && layer.bottoms().size() == 1) {
                paddings.put(layer.tops().get(0), layer);
                continue;
            }
            Optional<CaffeLayer> padding = layer.bottoms().size() == 1
                    ? Optional.ofNullable(paddings.get(layer.bottoms().get(0)))
                    : Optional.empty();
            kept.add(padding.map(frame -> padded(layer, frame)).orElse(layer));
            layer.tops().forEach(paddings::remove);
        }
        return kept;
    }

    private static CaffeLayer padded(CaffeLayer layer, CaffeLayer padding) {
        layer.settings("convolution_param")
                .put("pad", padding.settings("convolution_param").text("pad", "0"));
        return new CaffeLayer(
                layer.name(),
                layer.type(),
                padding.bottoms(),
                layer.tops(),
                layer.body(),
                layer.blobs(),
                layer.shared());
    }
}
