package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.load.OneLine;

/**
 * A layer of a net as today's Caffe has it, whatever age its file is of.
 *
 * @param type as today's Caffe calls it: {@code InnerProduct}
 * @param bottoms what it takes, by name
 * @param tops what it makes; where a name is taken again, it stands for the newer from then on
 * @param body with one message for each group of settings, such as {@code convolution_param}
 * @param blobs weights, where they lie in the net itself
 * @param shared names of its weights, where it shares them with other layers; empty for those that it has for itself
 */
record CaffeLayer(
        String name,
        String type,
        List<String> bottoms,
        List<String> tops,
        CaffeMessage body,
        List<CaffeMessage> blobs,
        List<String> shared) {

    /** What only training or testing needs; the last makes scores into answers, which are then no scores any more. */
    private static final Set<String> NOT_SHOWN = Set.of("Accuracy", "Silence", "HDF5Output", "ArgMax");

    CaffeLayer {
        bottoms = List.copyOf(bottoms);
        tops = List.copyOf(tops);
        blobs = List.copyOf(blobs);
        shared = List.copyOf(shared);
    }

    /** From a field {@code layer}. */
    static CaffeLayer of(CaffeMessage layer) {
        List<String> shared = new ArrayList<>();
        layer.messages("param").forEach(p -> shared.add(p.text("name", "")));
        return new CaffeLayer(
                name(layer),
                layer.text("type", ""),
                layer.texts("bottom"),
                layer.texts("top"),
                layer,
                layer.messages("blobs"),
                shared);
    }

    static String name(CaffeMessage layer) {
        return layer.text("name").orElseGet(() -> layer.text("top", ""));
    }

    CaffeMessage settings(String group) {
        return body.message(group);
    }

    /** Whether it brings in pictures, with or without labels: whatever takes nothing and makes something. */
    boolean isData() {
        return bottoms.isEmpty() && !tops.isEmpty();
    }

    /** Whether what it makes is a loss, a count, or nothing. */
    boolean isLeftOut() {
        return NOT_SHOWN.contains(type) || type.endsWith("Loss") || type.equals("SoftmaxWithLoss");
    }

    /** The name under which a blob of weights is shared with other layers. */
    Optional<String> sharedName(int blob) {
        return blob < shared.size() && !shared.get(blob).isEmpty() ? Optional.of(shared.get(blob)) : Optional.empty();
    }

    /** As messages name it. */
    String described() {
        return say("models.caffe-layer.described", OneLine.of(name), OneLine.of(type));
    }
}
