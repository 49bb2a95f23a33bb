package org.zfscope.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Engine.Listening;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Tensor;

/** What computes each layer on this machine, found out by running a picture that is all zeros. */
public final class Implementations {

    private final Network network;
    private final List<String> said = new ArrayList<>();
    private final Map<String, Maps> outputs = new HashMap<>();
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    private Implementations(Network network) {
        this.network = network;
    }

    /**
     * The engine's names of the implementations that ran for each layer, in turn, {@code java} for plain loops; none for a
     * ReLU that is computed with the layer below it.
     */
    public static Map<String, List<String>> of(Network network) {
        Implementations implementations = new Implementations(network);
        try {
            implementations.run();
            return implementations.found;
        } finally {
            implementations.outputs.values().forEach(Maps::close);
        }
    }

    @SuppressWarnings("try") // listening lasts as long as the run
    private void run() {
        Engine engine = network.engine();
        try (Listening listening = engine.listen(said::add)) {
            run(engine);
        }
    }

    private void run(Engine engine) {
        outputs.put(Network.INPUT, engine.of(List.of(Tensor.zeros(network.input()))));
        Fusion fusion = new Fusion(network, Keep.everything());
        for (Node node : network.nodes()) {
            Node bottom = fusion.bottom(node);
            if (!fusion.swallows(node)) {
                fusion.forward(node, inputs(bottom)).close(); // the first time filters are prepared too
                said.clear();
                outputs.put(node.name(), fusion.forward(node, inputs(bottom)));
                found.put(bottom.name(), said.isEmpty() ? List.of("java") : List.copyOf(said));
                found.putIfAbsent(node.name(), List.of());
            }
        }
    }

    private List<Maps> inputs(Node node) {
        List<Maps> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            Maps maps = outputs.get(name);
            if (maps == null) {
                throw new IllegalStateException("layer " + name + " was not computed");
            }
            inputs.add(maps);
        }
        return inputs;
    }
}
