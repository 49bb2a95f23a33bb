package org.zfscope.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Switches;
import org.zfscope.models.tensor.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * One forward run: the outputs of the layers by name, and the switches of the max pools. It owns its memory, which lies
 * outside Java's heap; who opens it closes it.
 */
public final class Activations implements AutoCloseable {

    private final Network network;
    private final int batch;
    private final Map<String, INDArray> outputs = new LinkedHashMap<>();
    private final Map<String, Switches> switches = new HashMap<>();

    private Activations(Network network, INDArray pictures) {
        this.network = network;
        this.batch = (int) pictures.size(0);
        outputs.put(Network.INPUT, pictures);
    }

    /** Runs [batch, channels, height, width], which becomes the run's own. */
    static Activations run(Network network, INDArray pictures, Keep keep) {
        Activations run = new Activations(network, pictures);
        try {
            run.forward(keep);
            return run;
        } catch (RuntimeException | OutOfMemoryError e) {
            run.close();
            throw e;
        }
    }

    private void forward(Keep keep) {
        Map<String, Long> users = new HashMap<>();
        network.nodes().forEach(n -> n.inputs().forEach(i -> users.merge(i, 1L, Long::sum)));
        long wanted = network.nodes().stream().filter(n -> keep.keeps(n.name())).count();
        for (Node node : network.nodes()) {
            outputs.put(node.name(), forward(node, keep));
            if (!users.containsKey(node.name()) && !keep.keeps(node.name())) {
                drop(node.name());
            }
            for (String input : node.inputs()) {
                if (users.merge(input, -1L, Long::sum) == 0 && !keep.keeps(input)) {
                    drop(input);
                }
            }
            wanted -= keep.keeps(node.name()) ? 1 : 0;
            if (wanted == 0 || keep.endsAt(node.name())) {
                break; // nothing above is asked for
            }
        }
    }

    private INDArray forward(Node node, Keep keep) {
        List<INDArray> inputs = inputs(node);
        if (node.layer() instanceof MaxPool pool && keep.recordsSwitches()) {
            MaxPool.Pooled pooled = pool.pool(inputs.get(0));
            switches.put(node.name(), pooled.switches());
            return pooled.values();
        }
        return node.layer().forward(inputs);
    }

    private List<INDArray> inputs(Node node) {
        return node.inputs().stream().map(this::array).toList();
    }

    private void drop(String name) {
        Optional.ofNullable(outputs.remove(name)).ifPresent(INDArray::close);
    }

    public Network network() {
        return network;
    }

    /** How many pictures ran. */
    public int batch() {
        return batch;
    }

    /**
     * A layer's output, [batch, channels, height, width], or the network's input under {@link Network#INPUT}. It belongs
     * to this run: read it, do not change or close it.
     */
    public INDArray array(String layer) {
        INDArray array = outputs.get(layer);
        if (array == null) {
            network.node(layer);
            throw new IllegalStateException("the output of layer " + layer + " was not kept");
        }
        return array;
    }

    /** A copy of a layer's output for one of the pictures. */
    public Tensor maps(String layer, int picture) {
        return Native.picture(array(layer), picture);
    }

    /** A copy of one feature map: [1, height, width]. */
    public Tensor map(String layer, int picture, int channel) {
        INDArray all = array(layer);
        Shape map = new Shape(1, (int) all.size(2), (int) all.size(3));
        float[] values = new float[map.size()];
        Native.floats(all).get((picture * (int) all.size(1) + channel) * values.length, values);
        return new Tensor(map, values);
    }

    /** What the run left of a layer. */
    public LayerRecord record(String layer) {
        Node node = network.node(layer);
        List<Switches> recorded = new ArrayList<>();
        Optional.ofNullable(switches.get(layer)).ifPresent(recorded::add);
        return new LayerRecord(inputs(node), array(layer), recorded);
    }

    @Override
    public void close() {
        outputs.values().forEach(INDArray::close);
        outputs.clear();
        switches.clear();
    }
}
