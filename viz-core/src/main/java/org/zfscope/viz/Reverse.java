package org.zfscope.viz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;

/** A network seen from a layer downwards. */
final class Reverse {

    private Reverse() {}

    /** The layer and all that it depends on, each before those that it takes its input from. */
    static List<Node> from(Network network, String layer) {
        Set<String> needed = new HashSet<>(Set.of(network.node(layer).name()));
        List<Node> nodes = network.nodes();
        List<Node> downwards = new ArrayList<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (needed.contains(node.name())) {
                needed.addAll(node.inputs());
                downwards.add(node);
            }
        }
        return downwards;
    }
}
