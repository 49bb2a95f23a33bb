package org.zfscope.cli.report;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.analysis.TopActivations;

/**
 * Layers that a network is looked at in, from the picture up.
 *
 * @param first the first convolution
 * @param layers a few whose maps have places, evenly spread over the depth
 */
public record Depths(String first, List<String> layers) {

    public Depths {
        layers = List.copyOf(layers);
    }

    /**
     * At most so many of the layers that are usually looked at.
     *
     * @throws InputException if the network has no convolution
     */
    public static Depths of(Network network, int most) {
        String first = network.nodes().stream()
                .filter(node -> node.layer() instanceof Convolution)
                .map(Node::name)
                .findFirst()
                .orElseThrow(() -> new InputException(say("cli.depths.no-convolution", network.name())));
        List<String> usual = TopActivations.usualLayers(network).stream()
                .filter(name -> hasPlaces(network.shape(name)))
                .toList();
        List<String> all = usual.isEmpty() ? List.of(first) : usual;
        int count = Math.min(most, all.size());
        return new Depths(
                first,
                IntStream.range(0, count)
                        .mapToObj(i -> all.get(count == 1 ? 0 : i * (all.size() - 1) / (count - 1)))
                        .toList());
    }

    private static boolean hasPlaces(Shape shape) {
        return shape.height() > 1 && shape.width() > 1;
    }

    String middle() {
        return layers.get(layers.size() / 2);
    }

    String last() {
        return layers.get(layers.size() - 1);
    }

    /** The units of each layer that answer to an input, the strongest first. */
    public Map<String, List<Integer>> strongest(Network network, Tensor input, int most) {
        Map<String, List<Integer>> strongest = new LinkedHashMap<>();
        try (Activations run = network.forward(input, Keep.only(layers.toArray(String[]::new)))) {
            for (String layer : layers) {
                strongest.put(layer, strongest(Strengths.ofMaps(run.maps(layer, 0)), most));
            }
        }
        return strongest;
    }

    private static List<Integer> strongest(float[] strengths, int most) {
        List<Integer> units =
                new ArrayList<>(IntStream.range(0, strengths.length).boxed().toList());
        units.sort((a, b) -> Float.compare(strengths[b], strengths[a]));
        return List.copyOf(units.subList(0, Math.min(most, units.size())));
    }
}
