package org.zfscope.viz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Rectifying;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * A picture run forward again and again with a small part of it changed. In each layer only what the change touches is
 * computed; the rest is what the unchanged picture left. Where a layer is touched everywhere, it is computed whole.
 *
 * <p>The result is that of a whole run but for the order in which an engine adds up. It owns its memory; who opens it closes
 * it.
 */
public final class PatchedRun implements AutoCloseable {

    /** A layer's output where it may have changed: one window a variant, all of one size and inside the map. */
    private record Part(Maps values, List<Window> windows) {}

    private final Activations whole;
    private final Network network;
    private final int variants;
    private final Map<String, Part> parts = new HashMap<>();
    private final Set<String> wanted;

    private PatchedRun(Activations whole, int variants, Set<String> wanted) {
        this.whole = whole;
        this.network = whole.network();
        this.variants = variants;
        this.wanted = Set.copyOf(wanted);
    }

    /**
     * Runs variants of a run's first picture.
     *
     * @param whole the unchanged picture, with everything kept
     * @param patches for each variant the pixels of its window: [channels, window height, window width]
     * @param windows all of one size and inside the picture
     * @param wanted the layers that are asked for afterwards
     */
    public static PatchedRun of(Activations whole, List<Tensor> patches, List<Window> windows, Set<String> wanted) {
        PatchedRun run = new PatchedRun(whole, windows.size(), wanted);
        try {
            run.parts.put(Network.INPUT, new Part(whole.network().engine().of(patches), List.copyOf(windows)));
            run.forward();
            return run;
        } catch (RuntimeException | OutOfMemoryError e) {
            run.close();
            throw e;
        }
    }

    private void forward() {
        List<Node> needed = needed();
        Map<String, Long> readers = new HashMap<>();
        needed.forEach(n -> n.inputs().forEach(input -> readers.merge(input, 1L, Long::sum)));
        for (Node node : needed) {
            if (!parts.containsKey(node.name())) {
                Optional<Node> above = rectifier(node, needed, readers);
                parts.put(above.orElse(node).name(), computed(node, above.map(Node::layer)));
            }
            node.inputs().forEach(input -> used(input, readers));
        }
    }

    /** What the wanted layers depend on, in topological order. */
    private List<Node> needed() {
        Set<String> names = new HashSet<>();
        wanted.forEach(layer -> Reverse.from(network, layer).forEach(n -> names.add(n.name())));
        return network.nodes().stream().filter(n -> names.contains(n.name())).toList();
    }

    /** The ReLU that alone reads what a layer with weights gives, so that both are computed in one go. */
    private Optional<Node> rectifier(Node node, List<Node> needed, Map<String, Long> readers) {
        boolean alone = node.layer() instanceof Weighted
                && !wanted.contains(node.name())
                && readers.getOrDefault(node.name(), 0L) == 1;
        return needed.stream()
                .filter(n ->
                        alone && n.layer() instanceof Rectifying && n.inputs().contains(node.name()))
                .findFirst();
    }

    private void used(String input, Map<String, Long> readers) {
        if (readers.merge(input, -1L, Long::sum) == 0 && !wanted.contains(input)) {
            Optional.ofNullable(parts.remove(input))
                    .ifPresent(part -> part.values().close());
        }
    }

    private Part computed(Node node, Optional<Layer> above) {
        Layer layer = node.layer();
        List<Window> touched = touched(node);
        Movable movable = new Movable(layer, network.shape(node.inputs().get(0)));
        boolean everywhere =
                !Movable.isMovable(layer) || touched.get(0).equals(Window.whole(network.shape(node.name())));
        List<Maps> own = new ArrayList<>();
        try {
            List<Maps> inputs = new ArrayList<>();
            List<Window> cuts = List.of();
            for (String input : node.inputs()) {
                cuts = everywhere ? all(network.shape(input)) : movable.cuts(touched);
                inputs.add(cut(input, cuts, own));
            }
            Maps made = layer instanceof Weighted weighted && above.orElse(null) instanceof Rectifying relu
                    ? weighted.forwardRectified(inputs, relu.ceiling())
                    : layer.forward(inputs);
            return everywhere
                    ? new Part(made, all(made.shape()))
                    : trimmed(
                            made,
                            cuts.stream()
                                    .map(c -> movable.outputs(c, made.shape()))
                                    .toList(),
                            touched);
        } finally {
            own.forEach(Maps::close);
        }
    }

    private List<Window> all(Shape shape) {
        return IntStream.range(0, variants).mapToObj(i -> Window.whole(shape)).toList();
    }

    /** Where a layer's output may have changed. */
    private List<Window> touched(Node node) {
        Shape shape = network.shape(node.name());
        List<Window> touched = new ArrayList<>();
        for (int i = 0; i < variants; i++) {
            Optional<Window> union = Optional.empty();
            for (String input : node.inputs()) {
                Window changed = part(input).windows().get(i);
                Window here = new Movable(node.layer(), network.shape(input)).touched(changed, shape);
                union = Optional.of(union.map(here::union).orElse(here));
            }
            touched.add(union.orElseThrow());
        }
        return fitted(touched, shape);
    }

    /** As large as the largest, inside the map. */
    private static List<Window> fitted(List<Window> windows, Shape map) {
        int height = windows.stream().mapToInt(Window::height).max().orElse(1);
        int width = windows.stream().mapToInt(Window::width).max().orElse(1);
        return windows.stream().map(w -> w.fit(height, width, map)).toList();
    }

    private Part part(String layer) {
        return Optional.ofNullable(parts.get(layer))
                .orElseThrow(() -> new IllegalStateException("layer " + layer + " was not computed"));
    }

    /** Windows of a layer's output, with the changes in them. New ones are also put among {@code own}. */
    private Maps cut(String layer, List<Window> windows, List<Maps> own) {
        Part part = part(layer);
        if (part.windows().equals(windows)) {
            return part.values();
        }
        Maps unchanged = whole.maps(layer);
        Shape all = network.shape(layer);
        Shape shape = new Shape(
                all.channels(), windows.get(0).height(), windows.get(0).width());
        int area = part.values().shape().area();
        Maps cut = network.engine().make(variants, shape, (variant, channel, out) -> {
            float[] changed = new float[area];
            unchanged.read(0, channel, windows.get(variant), out);
            part.values().read(variant, channel, changed);
            part.windows().get(variant).copy(changed, out, windows.get(variant));
        });
        own.add(cut);
        return cut;
    }

    private Part trimmed(Maps made, List<Window> from, List<Window> to) {
        if (from.equals(to)) {
            return new Part(made, to);
        }
        try (Signal signal = new Signal(made, places(from))) {
            return new Part(network.engine().moved(signal, 0, made.shape().channels(), places(to)), to);
        }
    }

    private static List<Place> places(List<Window> windows) {
        return IntStream.range(0, windows.size())
                .mapToObj(i -> new Place(i, windows.get(i)))
                .toList();
    }

    /** A wanted layer's whole output in one of the variants: [channels, height, width]. */
    public Tensor maps(String layer, int variant) {
        Part part = part(layer);
        Window window = part.windows().get(variant);
        Tensor changed = part.values().picture(variant);
        if (window.equals(Window.whole(network.shape(layer)))) {
            return changed;
        }
        Tensor all = whole.maps(layer, 0);
        int area = all.shape().area();
        for (int channel = 0; channel < all.shape().channels(); channel++) {
            float[] map = new float[area];
            System.arraycopy(all.values(), channel * area, map, 0, area);
            window.copy(changed.channel(channel).values(), map, Window.whole(all.shape()));
            System.arraycopy(map, 0, all.values(), channel * area, area);
        }
        return all;
    }

    /** How many of a layer's positions were computed again. */
    public int computed(String layer) {
        return part(layer).values().shape().area();
    }

    @Override
    public void close() {
        parts.values().forEach(part -> part.values().close());
        parts.clear();
    }
}
