package org.zfscope.viz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.compute.Place;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.Step;
import org.zfscope.viz.deconv.Steps;

/**
 * Where signals go on their way from a layer down to the pixels: for each layer on the way the windows that they can
 * reach, one a seed. A layer's windows are all of one size and inside its maps. There are few sizes, wherever the seeds lie:
 * near the border windows are moved inside, so that an engine can use again what it has made for one size. Only large windows,
 * of which the border may leave half, have three sizes each way.
 *
 * <p>Layers that keep the sides of their maps share a window where that costs little, the one of the lowest of them: a
 * signal then passes through them where it is. For example, three 3x3 convolutions below a pool's window of 14 x 14 need 14,
 * 16, 18 and 20 rows; all get 20.
 */
final class Route {

    /** How many times as many positions as needed a window may have. */
    private static final int SPACIOUS = 2;

    /** Sides from which on a part is worth preparing filters for another size, where it is more than half of the map's. */
    private static final int LARGE = 40;

    /** How large the parts of large windows are that lie inside a map, in sixteenths. */
    private static final List<Integer> PARTS = List.of(10, 13, 16);

    /** Positions of windows for which sharing is not worth it. */
    private static final int SMALL = 64;

    private final Network network;
    private final List<Node> downwards = new ArrayList<>();
    private final Map<String, List<Place>> places = new HashMap<>();
    private final List<List<Integer>> sizes = new ArrayList<>();

    /** @param steps say which inputs of a layer no signal goes to */
    Route(Network network, Steps steps, String layer, List<Place> seeds) {
        this.network = network;
        reached(steps, layer, seeds)
                .forEach((name, windows) -> places.put(name, fitted(seeds, windows, network.shape(name))));
        addSizes();
        for (int i = downwards.size() - 1; i > 0; i--) {
            share(downwards.get(i));
        }
        addSizes();
    }

    private void addSizes() {
        for (Node node : downwards) {
            for (String input : node.inputs()) {
                at(input).stream()
                        .findFirst()
                        .map(Place::window)
                        .ifPresent(w -> sizes.add(List.of(w.height(), w.width())));
            }
        }
    }

    private Map<String, List<Window>> reached(Steps steps, String layer, List<Place> seeds) {
        Map<String, List<Window>> reached = new HashMap<>();
        reached.put(layer, seeds.stream().map(Place::window).toList());
        for (Node node : Reverse.from(network, layer)) {
            List<Window> above = reached.get(node.name());
            if (above != null) {
                downwards.add(node);
                reach(node, steps.through(node.layer()), above, reached);
            }
        }
        return reached;
    }

    private void reach(Node node, Step step, List<Window> above, Map<String, List<Window>> reached) {
        for (int i = 0; i < node.inputs().size(); i++) {
            if (step.leadsTo(i)) {
                String input = node.inputs().get(i);
                Shape shape = network.shape(input);
                List<Window> below =
                        above.stream().map(w -> node.layer().reach(w, shape)).toList();
                reached.merge(input, below, (a, b) -> unions(a, b));
            }
        }
    }

    private static List<Window> unions(List<Window> a, List<Window> b) {
        List<Window> both = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            both.add(a.get(i).union(b.get(i)));
        }
        return both;
    }

    private static List<Place> fitted(List<Place> seeds, List<Window> windows, Shape map) {
        List<Window> inside = windows.stream().map(w -> w.clip(map)).toList();
        int height = size(largest(windows, Window::height), largest(inside, Window::height), map.height());
        int width = size(largest(windows, Window::width), largest(inside, Window::width), map.width());
        List<Place> fitted = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            fitted.add(new Place(seeds.get(i).picture(), inside.get(i).fit(height, width, map)));
        }
        return fitted;
    }

    /** One at least, also where no window leads anywhere. */
    private static int largest(List<Window> windows, ToIntFunction<Window> side) {
        return windows.stream().mapToInt(side).reduce(1, Math::max);
    }

    /** A side of the windows: of a few sizes the least that has room for what lies inside the map. */
    private static int size(int whole, int inside, int map) {
        if (whole < LARGE || 2 * whole <= map) {
            return whole;
        }
        return PARTS.stream()
                .mapToInt(part -> (whole * part + 15) / 16)
                .filter(side -> side >= inside)
                .findFirst()
                .orElse(whole);
    }

    /** Gives a layer's output the windows of its input. */
    private void share(Node node) {
        String input = node.inputs().get(0);
        List<Place> own = at(node.name());
        List<Place> below = at(input);
        if (!below.isEmpty()
                && keepsSides(network.shape(node.name()), network.shape(input))
                && isWorthwhile(own, below)) {
            places.put(node.name(), below);
        }
    }

    private static boolean keepsSides(Shape above, Shape below) {
        return above.height() == below.height() && above.width() == below.width();
    }

    private static boolean isWorthwhile(List<Place> own, List<Place> below) {
        int needed = area(own);
        return needed > SMALL
                && area(below) <= SPACIOUS * needed
                && IntStream.range(0, own.size())
                        .allMatch(i -> below.get(i).window().contains(own.get(i).window()));
    }

    private static int area(List<Place> windows) {
        Window one = windows.get(0).window();
        return one.height() * one.width();
    }

    /** The layers from the target down, each before those that it takes its input from. */
    List<Node> downwards() {
        return downwards;
    }

    List<Place> at(String layer) {
        return places.getOrDefault(layer, List.of());
    }

    /** What decides whether seeds may travel together: the windows' sizes, before and after they are shared. */
    List<List<Integer>> sizes() {
        return sizes;
    }

    /** How many signals come to a layer's output. */
    int signals(String layer) {
        return (int) downwards.stream()
                .flatMap(node -> node.inputs().stream())
                .filter(layer::equals)
                .count();
    }

    /** The most numbers that a seed's signals hold at two neighbouring layers. */
    long largest() {
        long largest = 1;
        for (Node node : downwards) {
            for (String input : node.inputs()) {
                if (places.containsKey(input)) {
                    largest = Math.max(largest, size(node.name()) + size(input));
                }
            }
        }
        return largest;
    }

    private long size(String layer) {
        Window window = at(layer).get(0).window();
        return (long) network.shape(layer).channels() * window.height() * window.width();
    }
}
