package org.zfscope.viz;

import java.util.HashMap;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * The part of the picture that a layer's units look at. Unit (y, x) sees {@code height} rows from
 * {@code offset + y * stride} on; the field may hang over the border. A layer with one row has no vertical stride, 0, and neither have maps that were enlarged by copying.
 */
public record ReceptiveField(Span vertical, Span horizontal) {

    /** One direction, in pixels of the network's input. */
    public record Span(int size, int stride, int offset) {}

    /** The field of a layer's units. */
    public static ReceptiveField of(Network network, String layer) {
        Window first = window(network, layer, Window.at(0, 0));
        Shape maps = network.shape(layer);
        Window neighbour = Window.at(Math.min(1, maps.height() - 1), Math.min(1, maps.width() - 1));
        Window next = window(network, layer, neighbour);
        return new ReceptiveField(
                new Span(first.height(), next.y() - first.y(), first.y()),
                new Span(first.width(), next.x() - first.x(), first.x()));
    }

    /** As {@link #window}, but all of the picture where the field is larger than that in both directions. */
    public static Window shown(Network network, String layer, Window window) {
        Window field = window(network, layer, window);
        Shape input = network.input();
        boolean large = field.height() >= input.height() && field.width() >= input.width();
        return large ? Window.whole(input) : field;
    }

    /** What a window of a layer's maps sees of the picture; it may hang over the border. */
    public static Window window(Network network, String layer, Window window) {
        Map<String, Window> reached = new HashMap<>(Map.of(layer, window));
        for (Node node : Reverse.from(network, layer)) {
            Window above = reached.getOrDefault(node.name(), window);
            for (String input : node.inputs()) {
                reached.merge(input, node.layer().reach(above, network.shape(input)), Window::union);
            }
        }
        return reached.getOrDefault(Network.INPUT, window);
    }
}
