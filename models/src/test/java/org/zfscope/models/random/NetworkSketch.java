package org.zfscope.models.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.tensor.Shape;

/** A network while it is being put together. */
public final class NetworkSketch {

    private final Shape input;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private String last = Network.INPUT;

    public NetworkSketch(Shape input) {
        this.input = input;
        shapes.put(last, input);
    }

    /** Puts a layer on top of the one before. */
    public NetworkSketch then(String name, Layer layer) {
        return add(name, layer, last);
    }

    /** Puts a layer on top of others. */
    public NetworkSketch add(String name, Layer layer, String... inputs) {
        shapes.put(
                name,
                layer.outputShape(List.of(inputs).stream().map(this::shape).toList()));
        nodes.add(new Node(name, layer, List.of(inputs)));
        last = name;
        return this;
    }

    /** The same under a name of its own: the layer's kind and a number. */
    String addNamed(Layer layer, String... inputs) {
        return add(layer.kind() + nodes.size(), layer, inputs).last;
    }

    public String last() {
        return last;
    }

    public Shape shape() {
        return shape(last);
    }

    Shape shape(String name) {
        return shapes.getOrDefault(name, input);
    }

    public Network network() {
        Channels channels = input.channels() == 1 ? Channels.GREY : Channels.RGB;
        return new Network("sketch", input, Preprocessing.unit(channels, Source.DEFAULT), List.of(), nodes);
    }
}
