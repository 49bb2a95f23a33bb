package org.zfscope.models.zoo.torchvision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.zoo.torchvision.Plan.Bias;
import org.zfscope.models.zoo.torchvision.Plan.Filters;
import org.zfscope.models.zoo.torchvision.Plan.Matrix;
import org.zfscope.models.zoo.torchvision.Plan.MeansTo;
import org.zfscope.models.zoo.torchvision.Plan.Norm;
import org.zfscope.models.zoo.torchvision.Plan.Plain;

/** Puts an architecture together: each method adds a layer on top of one that is there, and gives back its name. */
final class Modules {

    /** PyTorch's own. */
    private static final double EPSILON = 1e-5;

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> channels = new HashMap<>(Map.of(Network.INPUT, 3));
    private final double epsilon;

    Modules() {
        this(EPSILON);
    }

    /** @param epsilon of all batch norms */
    Modules(double epsilon) {
        this.epsilon = epsilon;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Feature maps of what is there. */
    int channels(String name) {
        return channels.getOrDefault(name, 0);
    }

    /** A convolution with biases. */
    String conv(String name, String from, int filters, Geometry geometry) {
        return add(name, new Filters(filters, channels(from), geometry, 1, Bias.LEARNED), filters, from);
    }

    /** A convolution without biases. */
    String plainConv(String name, String from, int filters, Geometry geometry) {
        return add(name, new Filters(filters, channels(from), geometry, 1, Bias.NONE), filters, from);
    }

    /** A convolution without biases that has one filter for each map. */
    String depthwise(String name, String from, Geometry geometry) {
        int maps = channels(from);
        return add(name, new Filters(maps, maps, geometry, maps, Bias.NONE), maps, from);
    }

    String norm(String name, String from) {
        return add(name, new Norm(channels(from), epsilon), channels(from), from);
    }

    String relu(String name, String from) {
        return plain(name, new Relu(), from);
    }

    String maxPool(String name, String from, Geometry geometry) {
        return plain(name, new MaxPool(geometry), from);
    }

    /** Any layer without weights that leaves the number of maps as it is. */
    String plain(String name, Layer layer, String from) {
        return add(name, new Plain(layer), channels(from), from);
    }

    /** The mean of each map. */
    String means(String name, String from) {
        return plain(name, new GlobalAveragePool(), from);
    }

    /** Means that make maps of one size, then a vector of them. */
    String flattened(String from, int side) {
        String means = add("avgpool", new MeansTo(side), channels(from), from);
        return add("flatten", new Plain(new Flatten()), channels(from) * side * side, means);
    }

    String dropout(String name, String from, double rate) {
        return plain(name, new Dropout(rate), from);
    }

    String dense(String name, String from, int units) {
        return add(name, new Matrix(units, channels(from)), units, from);
    }

    String sum(String name, String one, String other) {
        return add(name, new Plain(new Add()), channels(one), one, other);
    }

    /** All maps one after the other. */
    String joined(String name, List<String> from) {
        int all = from.stream().mapToInt(this::channels).sum();
        return add(name, new Plain(new Concat()), all, from.toArray(String[]::new));
    }

    private String add(String name, Plan plan, int made, String... from) {
        parts.add(new Part(name, plan, List.of(from), made));
        channels.put(name, made);
        return name;
    }
}
