package org.zfscope.app.viewmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;

/**
 * A network as boxes and what goes from one to the next, both by the boxes' places in {@code boxes}, whose order goes
 * from the picture to the classes.
 */
public record LayerGraph(List<GraphBox> boxes, Set<Edge> edges) {

    /** Nothing is open. */
    static final LayerGraph NOTHING = new LayerGraph(List.of(), Set.of());

    /** From one box to a later one. */
    public record Edge(int from, int to) {}

    /** What goes into an open module from outside goes in by the box where it begins. */
    static LayerGraph of(Network network, Set<String> flipped) {
        List<String> names = network.nodes().stream().map(Node::name).toList();
        List<GraphBox> boxes = new ArrayList<>();
        boxes.add(new GraphBox(GraphBox.Kind.INPUT, Network.INPUT, Network.INPUT, -1, 0));
        boxes.addAll(Modules.of(names, flipped));
        LayerGraph graph = new LayerGraph(List.copyOf(boxes), new LinkedHashSet<>());
        Map<String, Integer> order = new HashMap<>();
        order.put(Network.INPUT, -1);
        for (Node node : network.nodes()) {
            int to = order.size() - 1;
            node.inputs().forEach(input -> graph.connect(order.getOrDefault(input, -1), to));
            order.put(node.name(), to);
        }
        return graph;
    }

    private void connect(int from, int to) {
        int at = box(from);
        for (int inner : around(to)) {
            if (!boxes.get(inner).holds(from)) {
                edges.add(new Edge(at, inner));
                at = inner;
            }
        }
    }

    /** The boxes that a layer is in, the widest first, its own last. */
    private List<Integer> around(int layer) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).holds(layer)) {
                all.add(i);
            }
        }
        return all;
    }

    /** The box that stands for a layer, by its place in the network's order. */
    public int box(int layer) {
        List<Integer> all = around(layer);
        return all.get(all.size() - 1);
    }
}
