package org.zfscope.models;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Weighted;

/**
 * Which layers an engine may compute together: one with weights and the ReLU on top of it, where nobody else reads what
 * comes between them and nobody asks for it. Its output then is computed again in case somebody looks at it after all.
 */
final class Fusion {

    /** By the ReLU's name. */
    private final Map<String, Node> below = new HashMap<>();

    Fusion(Network network, Keep keep) {
        Map<String, Long> readers = network.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Relu && network.has(node.inputs().get(0))) {
                Node input = network.node(node.inputs().get(0));
                boolean onlyReader = readers.getOrDefault(input.name(), 0L) == 1;
                if (input.layer() instanceof Weighted && onlyReader && !keep.asksFor(input.name())) {
                    below.put(node.name(), input);
                }
            }
        }
    }

    /** Whether a node is computed as part of the ReLU on top of it. */
    boolean swallows(Node node) {
        return below.containsValue(node);
    }

    /** The node whose inputs this one really takes: the one that is computed together with it, or itself. */
    Node bottom(Node node) {
        return below.getOrDefault(node.name(), node);
    }
}
