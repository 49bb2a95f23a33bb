package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;

/**
 * An architecture with layers removed or made narrower or wider [Zeiler2014 table 3]. A layer is one with filters or units
 * and all above it up to the next of them: its normalisation, ReLU, dropout and pool.
 *
 * @param widths filters or units, by the layer's name or the number that it ends in; 0 removes the layer. Empty for the architecture as it is.
 */
public record Variant(Map<String, Integer> widths) {

    public Variant {
        widths = Collections.unmodifiableMap(new LinkedHashMap<>(widths));
    }

    /** The architecture as it is. */
    public static final Variant WHOLE = new Variant(Map.of());

    /**
     * Reads {@code 3=0,4=0,6=512}.
     *
     * @throws IllegalArgumentException if it is no such thing
     */
    public static Variant parse(String text) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (String change : text.split(",", -1)) {
            String[] sides = change.split("=", -1);
            if (sides.length != 2 || sides[0].isBlank() || !sides[1].strip().matches("\\d{1,6}")) {
                throw new IllegalArgumentException(say("models.variant.layer-width", text));
            }
            widths.put(sides[0].strip(), Integer.valueOf(sides[1].strip()));
        }
        return new Variant(widths);
    }

    /** As it is read; {@code whole} for none. */
    @Override
    public String toString() {
        return widths.isEmpty()
                ? "whole"
                : widths.entrySet().stream()
                        .map(change -> change.getKey() + "=" + change.getValue())
                        .collect(Collectors.joining(","));
    }

    /**
     * The changed architecture, untrained.
     *
     * @throws InputException if it has no such layer, the layer is that of the classes, or what remains does not fit together
     */
    public Architecture of(Architecture architecture, long seed) {
        if (!(architecture instanceof Architecture.Row row)) {
            throw new InputException(say("models.variant.branches"));
        }
        List<List<Layer>> blocks = blocks(row.configuration());
        Map<Integer, Integer> changes = new LinkedHashMap<>();
        widths.forEach((name, width) -> changes.put(find(blocks, name), width));
        List<Layer> layers = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            int width = changes.getOrDefault(b, -1);
            if (width > 0) {
                ((FeedForwardLayer) blocks.get(b).get(0)).setNOut(width);
            }
            if (width != 0) {
                layers.addAll(blocks.get(b));
            }
        }
        return built(layers, row.input(), seed);
    }

    /** Copies; what comes before the first filters is a block of its own. */
    private static List<List<Layer>> blocks(MultiLayerConfiguration configuration) {
        List<List<Layer>> blocks = new ArrayList<>();
        for (NeuralNetConfiguration one : configuration.getConfs()) {
            Layer layer = one.getLayer().clone();
            if (blocks.isEmpty() || hasUnits(layer)) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(layer);
        }
        return blocks;
    }

    private static boolean hasUnits(Layer layer) {
        return layer instanceof ConvolutionLayer || layer instanceof DenseLayer || layer instanceof BaseOutputLayer;
    }

    /** A block by the name of its filters, or by its number where only one has it. */
    private static int find(List<List<Layer>> blocks, String name) {
        List<String> names = blocks.stream()
                .map(block -> block.get(0))
                .map(layer -> hasUnits(layer) ? String.valueOf(layer.getLayerName()) : "")
                .toList();
        int at = names.indexOf(name);
        List<String> numbered = names.stream()
                .filter(n -> n.matches(".*\\D" + name) && name.matches("\\d+"))
                .toList();
        if (at < 0 && numbered.size() == 1) {
            at = names.indexOf(numbered.get(0));
        }
        if (at < 0) {
            String known = names.stream().filter(n -> !n.isEmpty()).collect(Collectors.joining(", "));
            throw new InputException(say("models.variant.no-layer", name, known));
        }
        boolean above = blocks.subList(at + 1, blocks.size()).stream().anyMatch(block -> hasUnits(block.get(0)));
        if (!above) {
            throw new InputException(say("models.variant.classes", names.get(at)));
        }
        return at;
    }

    /** What each layer takes is worked out anew. */
    private static Architecture built(List<Layer> layers, Shape input, long seed) {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(seed).list();
        for (Layer layer : layers) {
            if (layer instanceof FeedForwardLayer units) {
                units.setNIn(0);
            }
            list.layer(layer);
        }
        try {
            return new Architecture.Row(
                    list.setInputType(InputType.convolutionalFlat(input.height(), input.width(), input.channels()))
                            .build());
        } catch (RuntimeException e) {
            throw new InputException(say("models.variant.does-not-fit", e.getMessage()), e);
        }
    }
}
