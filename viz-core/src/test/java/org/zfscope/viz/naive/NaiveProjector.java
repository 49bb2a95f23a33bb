package org.zfscope.viz.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Activations;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.naive.Connections;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveLinear;
import org.zfscope.viz.Method;

/**
 * A projector without windows: it carries whole maps from any layer to the pixels. What it knows of the way forward are
 * the values of a run; it finds the switches itself.
 */
public final class NaiveProjector {

    private final Network network;
    private final Map<String, Grid> forward = new HashMap<>();
    private final Map<String, Connections> connections = new HashMap<>();

    public NaiveProjector(Activations run, int picture) {
        network = run.network();
        forward.put(Network.INPUT, Grid.of(run.maps(Network.INPUT, picture)));
        network.nodes().forEach(n -> forward.put(n.name(), Grid.of(run.maps(n.name(), picture))));
    }

    /** The values of the way forward. */
    public Grid forward(String layer) {
        return forward.getOrDefault(layer, Grid.zeros(network.shape(layer)));
    }

    /** From a signal on all of a layer's maps to the pixels. */
    public Grid project(String layer, Grid seed, Method method) {
        NaiveBack rules = new NaiveBack(method.relu(), method.lrn(), method.gates());
        Map<String, Grid> signals = new HashMap<>(Map.of(layer, seed));
        List<Node> downwards = new ArrayList<>(network.nodes());
        Collections.reverse(downwards);
        for (Node node : downwards) {
            Grid signal = signals.remove(node.name());
            for (int i = 0; signal != null && i < node.inputs().size(); i++) {
                signals.merge(node.inputs().get(i), back(node, i, signal, rules), Grid::plus);
            }
        }
        return signals.getOrDefault(Network.INPUT, Grid.zeros(network.input()));
    }

    private Grid back(Node node, int which, Grid signal, NaiveBack rules) {
        List<Grid> inputs = node.inputs().stream().map(this::forward).toList();
        if (NaiveLinear.is(node.layer())) {
            return connections
                    .computeIfAbsent(
                            node.name() + " " + which, n -> NaiveLinear.connections(node.layer(), inputs, which))
                    .back(signal);
        }
        return rules.through(node.layer(), inputs, which, signal);
    }
}
