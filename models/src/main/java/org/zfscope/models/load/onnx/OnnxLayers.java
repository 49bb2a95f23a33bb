package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.load.LayerNames;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;

/** The layers made so far: their names, and how large their outputs are. */
final class OnnxLayers implements AutoCloseable {

    /** Values of one layer's output for one picture; 1 GiB. */
    private static final long MAX_VALUES = 1 << 28;

    private final long batch;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> superseded = new HashSet<>();
    private final IdentityHashMap<FloatBuffer, Memory> memories = new IdentityHashMap<>();

    /** @param batch pictures at a time that the graph was written for; 1 for any */
    OnnxLayers(long batch) {
        this.batch = batch;
    }

    List<Node> nodes() {
        return new ArrayList<>(nodes.values());
    }

    Layer layer(Maps maps) {
        Node node = nodes.get(maps.layer());
        if (node == null) {
            throw new IllegalArgumentException(say("models.onnx-layers.nothing-can-folded-into", maps.layer()));
        }
        return node.layer();
    }

    /** Pictures at a time that the graph was written for. */
    long batch() {
        return batch;
    }

    /** The node of a layer's output; nothing for the network's input. */
    Optional<Node> node(String layer) {
        return Optional.ofNullable(nodes.get(layer));
    }

    /** Says that another layer stands for that one; it goes if nobody takes its output. */
    void supersede(String layer) {
        superseded.add(layer);
    }

    /** Takes away what others stand for, from the last to the first. */
    void dropSuperseded(List<String> outputs) {
        List<Node> downwards = nodes();
        Collections.reverse(downwards);
        Set<String> read = new HashSet<>(outputs);
        for (Node node : downwards) {
            if (superseded.contains(node.name()) && !read.contains(node.name())) {
                nodes.remove(node.name());
            } else {
                read.addAll(node.inputs());
            }
        }
    }

    /**
     * One more layer under the node's name, of inputs whose axes are in the usual order.
     *
     * @param rank axes of its output
     */
    Maps add(OnnxNode node, Layer layer, int rank, Maps... inputs) {
        for (Maps input : inputs) {
            if (!input.isPlain()) {
                throw new IllegalArgumentException(say("models.onnx-layers.order", input.sides()));
            }
        }
        return add(node.name(), layer, Side.PLAIN.subList(0, rank), inputs);
    }

    /** One more layer under the node's name that does the same whatever the axes are; its output has the input's. */
    Maps alike(OnnxNode node, Layer layer, Maps input) {
        return add(node.name(), layer, input.sides(), input);
    }

    /** One more layer under that name, or with a number behind it where it is taken; its output has such axes. */
    Maps add(String given, Layer layer, List<Side> sides, Maps... inputs) {
        Shape shape = layer.outputShape(Arrays.stream(inputs).map(Maps::shape).toList());
        requireBounded(say("models.onnx-layers.output", shape), shape.channels(), shape.height(), shape.width());
        String name = LayerNames.free(given, nodes.keySet());
        nodes.put(
                name,
                new Node(name, layer, Arrays.stream(inputs).map(Maps::layer).toList()));
        return new Maps(name, shape, sides);
    }

    /** Refuses arrays that no real network needs, before anybody makes them. */
    static void requireBounded(String what, long... sides) {
        long left = MAX_VALUES;
        for (long side : sides) {
            left /= side;
        }
        if (left == 0) {
            throw new IllegalArgumentException(say("models.onnx-layers.too-large", what));
        }
    }

    /** Another layer in the place and under the name of one that is there. */
    Maps replace(Maps maps, Layer layer) {
        nodes.computeIfPresent(maps.layer(), (name, node) -> new Node(name, layer, node.inputs()));
        return maps;
    }

    /** The same, with other inputs. */
    Maps replace(Maps maps, Layer layer, List<String> inputs) {
        nodes.computeIfPresent(maps.layer(), (name, node) -> new Node(name, layer, inputs));
        return maps;
    }

    /** The dims that the graph sees. */
    long[] dims(Maps maps) {
        return maps.sides().stream()
                .mapToLong(side -> side.of(maps.shape(), batch))
                .toArray();
    }

    /** The maps, or what a graph has made of them, as an array under the node's name. */
    OnnxView view(OnnxNode node, OnnxValue value) {
        if (value instanceof OnnxView view) {
            return new OnnxView(view.maps(), view.batch(), view.axes(), node.name());
        }
        if (value instanceof Maps maps) {
            return OnnxView.of(maps, batch, node.name());
        }
        throw new IllegalArgumentException(say("models.onnx-layers.no-array", value.described()));
    }

    /** The weights outside Java's heap, once however many layers use them; the caller owns a share. */
    Memory memory(Floats floats) {
        Memory memory = memories.computeIfAbsent(floats.data(), data -> {
            Memory fresh = Memory.allocate(data.capacity());
            fresh.floats().put(data.duplicate().rewind());
            return fresh;
        });
        return memory.part(0, floats.data().capacity());
    }

    /** Leaves the weights to the layers that use them. */
    @Override
    public void close() {
        memories.values().forEach(Memory::close);
    }
}
