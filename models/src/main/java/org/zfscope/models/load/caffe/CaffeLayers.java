package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.LayerNames;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.tensor.Shape;

/** The layers made so far, and what the names of blobs stand for. */
final class CaffeLayers {

    /** Values of one layer's output for one picture; 1 GiB. */
    private static final long MAX_VALUES = 1 << 28;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, CaffeValue> blobs = new LinkedHashMap<>();
    private final Map<String, Boolean> taken = new HashMap<>();

    List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    void put(String blob, CaffeValue value) {
        blobs.remove(blob); // a name that is used again comes later
        blobs.put(blob, value);
        taken.put(blob, false);
    }

    boolean has(String blob) {
        return blobs.containsKey(blob);
    }

    /** What a layer takes under a name. */
    CaffeValue take(String blob) {
        taken.put(blob, true);
        return Optional.ofNullable(blobs.get(blob))
                .orElseThrow(
                        () -> new IllegalArgumentException(say("models.caffe-layers.comes-nowhere", OneLine.of(blob))));
    }

    /** Another layer. */
    CaffeValue add(String given, Layer layer, int rank, List<CaffeValue> inputs) {
        Shape shape = layer.outputShape(inputs.stream().map(CaffeValue::shape).toList());
        requireBounded(shape.channels(), shape.height(), shape.width());
        String name = LayerNames.free(OneLine.of(given), nodes.keySet());
        nodes.put(
                name,
                new Node(name, layer, inputs.stream().map(CaffeValue::layer).toList()));
        return new CaffeValue(name, shape, rank);
    }

    /** Refuses arrays that no real network needs, before anybody makes them. */
    static void requireBounded(long... sides) {
        long left = MAX_VALUES;
        for (long side : sides) {
            left = side < 1 ? 0 : left / side;
        }
        if (left == 0) {
            throw new IllegalArgumentException(say("models.caffe-layers.too-large", Arrays.toString(sides)));
        }
    }

    /** What nobody takes, the last first: before it come the heads that only training needs. */
    List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        blobs.forEach((blob, value) -> {
            if (!taken.getOrDefault(blob, false) && !value.layer().equals(Network.INPUT)) {
                outputs.add(0, new Output(OneLine.of(blob), value.layer()));
            }
        });
        return outputs;
    }
}
