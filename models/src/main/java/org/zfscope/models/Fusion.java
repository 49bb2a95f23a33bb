package org.zfscope.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.Rectifying;
import org.zfscope.models.layer.Weighted;

/**
 * Which layers an engine may compute together: one with weights and the ReLU on top of it, where nobody else reads what
 * comes between them and nobody asks for it. Its output then is computed again in case somebody looks at it after all.
 */
final class Fusion {

    /** By the ReLU's name. */
    private final Map<String, Node> below = new HashMap<>();

    private final Set<String> swallowed = new HashSet<>();

    Fusion(Network network, Keep keep) {
        Map<String, Long> readers = network.nodes().stream()
                .flatMap(node -> node.inputs().stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        for (Node node : network.nodes()) {
            String input = node.inputs().get(0);
            if (node.layer() instanceof Rectifying && network.has(input) && !keep.asksFor(input)) {
                boolean onlyReader = readers.getOrDefault(input, 0L) == 1;
                if (onlyReader && network.node(input).layer() instanceof Weighted) {
                    below.put(node.name(), network.node(input));
                    swallowed.add(input);
                }
            }
        }
    }

    /** Whether a node is computed as part of the ReLU on top of it. */
    boolean swallows(Node node) {
        return swallowed.contains(node.name());
    }

    /** Computes a node, and what it swallows with it. */
    Maps forward(Node node, List<Maps> inputs) {
        return bottom(node).layer() instanceof Weighted weighted && node.layer() instanceof Rectifying relu
                ? weighted.forwardRectified(inputs, relu.ceiling())
                : node.layer().forward(inputs);
    }

    /** The node whose inputs this one really takes: the one that it swallows, or itself. */
    Node bottom(Node node) {
        return below.getOrDefault(node.name(), node);
    }
}
