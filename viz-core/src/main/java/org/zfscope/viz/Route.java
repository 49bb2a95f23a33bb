package org.zfscope.viz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * reach, one a seed. A layer's windows are all of one size and inside its maps. The size does not depend on where the seeds
 * lie: near the border windows are moved inside, so that an engine can use again what it has made for one size.
 *
 * <p>Layers that keep the sides of their maps share a window where that costs little, the one of the lowest of them: a
 * signal then passes through them where it is. For example, three 3x3 convolutions below a pool's window of 14 x 14 need 14,
 * 16, 18 and 20 rows; all get 20.
 */
final class Route {

    /** How many times as many positions as needed a window may have. */
    private static final int SPACIOUS = 2;

    /** Positions of windows for which sharing is not worth it. */
    private static final int SMALL = 64;

    private final Network network;
    private final List<Node> downwards = new ArrayList<>();
    private final Map<String, List<Place>> places = new HashMap<>();

    /** @param steps say which inputs of a layer no signal goes to */
    Route(Network network, Steps steps, String layer, List<Place> seeds) {
        this.network = network;
        reached(steps, layer, seeds)
                .forEach((name, windows) -> places.put(name, fitted(seeds, windows, network.shape(name))));
        for (int i = downwards.size() - 1; i > 0; i--) {
            share(downwards.get(i));
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
        int height = windows.stream().mapToInt(Window::height).max().orElse(1);
        int width = windows.stream().mapToInt(Window::width).max().orElse(1);
        List<Place> fitted = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            Window window = windows.get(i).clip(map).fit(height, width, map);
            fitted.add(new Place(seeds.get(i).picture(), window));
        }
        return fitted;
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
