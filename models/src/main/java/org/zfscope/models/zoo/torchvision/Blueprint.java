package org.zfscope.models.zoo.torchvision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.tensor.Shape;

/**
 * An architecture before it has weights: layers by PyTorch's names, and so the tensors that a file of its weights holds.
 *
 * @param name as torchvision has it, such as {@code resnet18}
 */
public record Blueprint(String name, List<Part> parts) {

    /** Rows and columns that all these architectures were made for. */
    private static final InputSize USUAL = new InputSize(224, 224);

    public Blueprint {
        parts = List.copyOf(parts);
    }

    /** All tensors by name, in the order of the layers. */
    public Map<String, Sides> tensors() {
        Map<String, Sides> tensors = new LinkedHashMap<>();
        parts.forEach(part -> tensors.putAll(part.plan().tensors(part.name())));
        return tensors;
    }

    /** The tensor whose first side is the number of classes. */
    public String head() {
        return tensors().keySet().stream()
                .filter(name -> name.endsWith(Plan.WEIGHT))
                .reduce("", (before, last) -> last);
    }

    /** The layers below one, for weights that end there. */
    public Blueprint below(String module) {
        return new Blueprint(
                name,
                parts.stream().takeWhile(part -> !part.name().equals(module)).toList());
    }

    /** Numbers that training learns, as PyTorch counts them. */
    public long parameters() {
        return parts.stream().mapToLong(part -> part.plan().learned()).sum();
    }

    /**
     * The layers with their numbers.
     *
     * @param size of the input, where somebody says so
     * @throws IllegalArgumentException if the layers do not fit an input of that size
     */
    public ParsedModel filled(Tensors tensors, Optional<InputSize> size) {
        InputSize sides = size.orElse(USUAL);
        Shape input = new Shape(3, sides.height(), sides.width());
        List<Node> nodes = new ArrayList<>();
        try {
            add(nodes, tensors, input);
        } catch (RuntimeException e) {
            nodes.forEach(node -> close(node.layer()));
            throw e;
        }
        return new ParsedModel(input, size.isPresent() ? Source.OPTION : Source.DEFAULT, nodes, List.of());
    }

    private void add(List<Node> nodes, Tensors tensors, Shape input) {
        Map<String, Shape> shapes = new HashMap<>(Map.of(Network.INPUT, input));
        for (Part part : parts) {
            List<Shape> inputs = part.inputs().stream().map(shapes::get).toList();
            Layer layer = part.plan().layer(part.name(), tensors, inputs.get(0));
            nodes.add(new Node(part.name(), layer, part.inputs()));
            shapes.put(part.name(), layer.outputShape(inputs));
        }
    }

    private static void close(Layer layer) {
        if (layer instanceof Weighted weighted) {
            weighted.weights().close();
        }
    }
}
