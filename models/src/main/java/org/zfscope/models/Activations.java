package org.zfscope.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Pooled;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * One forward run: the outputs of the layers by name, and the switches of the max pools. It owns its memory, which lies
 * outside Java's heap; who opens it closes it. Outputs that were computed together with the ReLU on top of them are
 * computed again when they are asked for, so it is not meant for several threads at once.
 */
public final class Activations implements AutoCloseable {

    private final Network network;
    private final int batch;
    private final Map<String, Maps> outputs = new LinkedHashMap<>();
    private final Map<String, Switches> switches = new HashMap<>();
    private final Set<String> swallowed = new HashSet<>();

    private Activations(Network network, Maps pictures) {
        this.network = network;
        this.batch = pictures.pictures();
        outputs.put(Network.INPUT, pictures);
    }

    /** Runs pictures, which become the run's own. */
    static Activations run(Network network, Maps pictures, Keep keep, Progress progress) {
        Activations run = new Activations(network, pictures);
        try {
            run.forward(keep, progress);
            return run;
        } catch (RuntimeException | OutOfMemoryError e) {
            run.close();
            throw e;
        }
    }

    private void forward(Keep keep, Progress progress) {
        Fusion fusion = new Fusion(network, keep);
        Map<String, Long> users = new HashMap<>();
        network.nodes().stream()
                .filter(node -> !fusion.swallows(node))
                .flatMap(node -> fusion.bottom(node).inputs().stream())
                .forEach(input -> users.merge(input, 1L, Long::sum));
        long wanted = network.nodes().stream().filter(n -> keep.keeps(n.name())).count();
        int done = 0;
        for (Node node : network.nodes()) {
            if (fusion.swallows(node)) {
                swallowed.add(node.name());
            } else {
                List<String> inputs = fusion.bottom(node).inputs();
                outputs.put(
                        node.name(),
                        forward(node, fusion, inputs.stream().map(this::maps).toList(), keep));
                if (!users.containsKey(node.name()) && !keep.keeps(node.name())) {
                    drop(node.name());
                }
                inputs.forEach(input -> used(input, users, keep));
            }
            wanted -= keep.keeps(node.name()) ? 1 : 0;
            if (wanted == 0 || keep.endsAt(node.name())) {
                break; // nothing above is asked for
            }
            progress.report(++done, network.nodes().size());
        }
    }

    /** Forgets an input that no layer needs any more. */
    private void used(String input, Map<String, Long> users, Keep keep) {
        if (users.merge(input, -1L, Long::sum) == 0 && !keep.keeps(input)) {
            drop(input);
        }
    }

    private Maps forward(Node node, Fusion fusion, List<Maps> inputs, Keep keep) {
        if (node.layer() instanceof MaxPool pool && keep.recordsSwitches()) {
            Pooled pooled = pool.pool(inputs.get(0));
            switches.put(node.name(), pooled.switches());
            return pooled.values();
        }
        return fusion.forward(node, inputs);
    }

    private void drop(String name) {
        Optional.ofNullable(outputs.remove(name)).ifPresent(Maps::close);
    }

    public Network network() {
        return network;
    }

    /** How many pictures ran. */
    public int batch() {
        return batch;
    }

    /** A layer's output, or the network's input under {@link Network#INPUT}. It belongs to this run: do not close it. */
    public Maps maps(String layer) {
        Maps maps = outputs.get(layer);
        return maps == null ? computedAgain(network.node(layer)) : maps;
    }

    private Maps computedAgain(Node node) {
        if (!swallowed.contains(node.name())) {
            throw new IllegalStateException("the output of layer " + node.name() + " was not kept");
        }
        Maps maps = node.layer().forward(node.inputs().stream().map(this::maps).toList());
        outputs.put(node.name(), maps);
        return maps;
    }

    /** A copy of a layer's output for one of the pictures: [channels, height, width]. */
    public Tensor maps(String layer, int picture) {
        return maps(layer).picture(picture);
    }

    /** A copy of one feature map: [1, height, width]. */
    public Tensor map(String layer, int picture, int channel) {
        return maps(layer).map(picture, channel);
    }

    /** What the run left of a layer. */
    public LayerRecord record(String layer) {
        return new Left(network.node(layer));
    }

    private final class Left implements LayerRecord {

        private final Node node;

        Left(Node node) {
            this.node = node;
        }

        @Override
        public int inputs() {
            return node.inputs().size();
        }

        @Override
        public Shape shape(int input) {
            return network.shape(node.inputs().get(input));
        }

        @Override
        public Maps input(int input) {
            return maps(node.inputs().get(input));
        }

        @Override
        public Maps output() {
            return maps(node.name());
        }

        @Override
        public Switches switches() {
            return Optional.ofNullable(switches.get(node.name()))
                    .orElseThrow(() -> new IllegalStateException("layer " + node.name() + " left no switches"));
        }
    }

    /** Puts other maps in the place of an output, so that tests see who looks at it. */
    void replace(String layer, Maps by) {
        drop(layer);
        outputs.put(layer, by);
    }

    @Override
    public void close() {
        outputs.values().forEach(Maps::close);
        outputs.clear();
        switches.values().forEach(Switches::close);
        switches.clear();
        swallowed.clear();
    }
}
