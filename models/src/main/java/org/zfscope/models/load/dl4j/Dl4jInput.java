package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.tensor.Shape;

/**
 * Finds the shape of a DL4J network's input. A configuration states it only where it takes flat vectors; most state the
 * shape of the maps that are flattened. From there this goes back to the input, taking every window to cover its maps
 * without remainder, as designers usually arrange it.
 */
final class Dl4jInput {

    private static final int MAX_SIDE = 10_000;

    private final Dl4jGraph graph;

    Dl4jInput(Dl4jGraph graph) {
        this.graph = graph;
    }

    /**
     * The shape of the input.
     *
     * @param size what the user says; needed only where the configuration leaves it open
     */
    Shape shape(Optional<InputSize> size) {
        List<Dl4jVertex> path = path();
        Optional<Shape> stated = stated(path.get(0));
        if (stated.isPresent()) {
            return stated.get();
        }
        Layer first = firstWithWeights(path);
        if (first instanceof ConvolutionLayer || first instanceof BatchNormalization) {
            InputSize found = size.orElseGet(() -> fromTheFlattening(path));
            return new Shape(channels((FeedForwardLayer) first), found.height(), found.width());
        }
        return fullyConnected(((FeedForwardLayer) first).getNIn(), size);
    }

    /** Who says how large the input is. */
    Source source(Optional<InputSize> size) {
        if (stated(path().get(0)).isPresent()) {
            return Source.FILE;
        }
        return size.isPresent() ? Source.OPTION : Source.GUESS;
    }

    /** The vertices from the input on, always along the first branch, up to where maps become a vector. */
    private List<Dl4jVertex> path() {
        List<Dl4jVertex> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<Dl4jVertex> next = user(Network.INPUT);
        while (next.isPresent() && seen.add(next.get().name())) {
            path.add(next.get());
            next = flattening(next.get()).isPresent()
                    ? Optional.empty()
                    : user(next.get().name());
        }
        if (path.isEmpty()) {
            throw new IllegalArgumentException(say("models.dl4j-input.layer-takes-networks-input"));
        }
        return path;
    }

    private Optional<Dl4jVertex> user(String of) {
        return graph.vertices().stream().filter(v -> v.inputs().contains(of)).findFirst();
    }

    private static Optional<Shape> stated(Dl4jVertex first) {
        return first.before()
                .filter(FeedForwardToCnnPreProcessor.class::isInstance)
                .map(FeedForwardToCnnPreProcessor.class::cast)
                .map(p -> new Shape(side(p.getNumChannels()), side(p.getInputHeight()), side(p.getInputWidth())));
    }

    private static Layer firstWithWeights(List<Dl4jVertex> path) {
        return path.stream()
                .flatMap(v -> v.layer().stream())
                .filter(FeedForwardLayer.class::isInstance)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(say("models.dl4j-input.network-has-convolution-dense")));
    }

    private static int channels(FeedForwardLayer first) {
        return side(first instanceof ConvolutionLayer ? first.getNIn() : first.getNOut());
    }

    private static InputSize fromTheFlattening(List<Dl4jVertex> path) {
        CnnToFeedForwardPreProcessor end = flattening(path.get(path.size() - 1))
                .filter(f -> f.getInputHeight() > 0 && f.getInputWidth() > 0)
                .filter(f -> path.stream().noneMatch(v -> v.layer()
                        .filter(GlobalPoolingLayer.class::isInstance)
                        .isPresent()))
                .orElseThrow(
                        () -> new IllegalArgumentException(say("models.dl4j-input.configuration-leaves-size-input")));
        int[] sides = {side(end.getInputHeight()), side(end.getInputWidth())};
        for (int i = path.size() - 2; i >= 0; i--) {
            for (int d = 0; d < 2; d++) {
                sides[d] = side(before(path.get(i), d, sides[d]));
            }
        }
        return new InputSize(sides[0], sides[1]);
    }

    private static Optional<CnnToFeedForwardPreProcessor> flattening(Dl4jVertex vertex) {
        return vertex.before()
                .filter(CnnToFeedForwardPreProcessor.class::isInstance)
                .map(CnnToFeedForwardPreProcessor.class::cast);
    }

    /** Rows (d = 0) or columns (d = 1) that the vertex takes to give that many. */
    private static long before(Dl4jVertex vertex, int d, int given) {
        Layer layer = vertex.layer().orElse(null);
        if (layer instanceof ConvolutionLayer convolution) {
            return Dl4jWindow.of(convolution).covered(d, given);
        }
        if (layer instanceof SubsamplingLayer pool) {
            return Dl4jWindow.of(pool).covered(d, given);
        }
        if (layer instanceof ZeroPaddingLayer zeros) {
            return (long) given - zeros.getPadding()[2 * d] - zeros.getPadding()[2 * d + 1];
        }
        return given;
    }

    private static Shape fullyConnected(long inputs, Optional<InputSize> size) {
        if (size.isPresent()) {
            long area = (long) size.get().height() * size.get().width();
            if (inputs % area != 0) {
                throw new IllegalArgumentException(
                        say("models.dl4j-input.network-takes-values-which", inputs, size.get()));
            }
            return new Shape(
                    side(inputs / area), size.get().height(), size.get().width());
        }
        for (int channels : new int[] {1, 3}) {
            int side = (int) Math.round(Math.sqrt((double) inputs / channels));
            if (inputs > 0 && (long) side * side * channels == inputs) {
                return new Shape(channels, side(side), side);
            }
        }
        throw new IllegalArgumentException(say("models.dl4j-input.network-takes-values-which-square", inputs));
    }

    private static int side(long side) {
        if (side < 1 || side > MAX_SIDE) {
            throw new IllegalArgumentException(say("models.dl4j-input.input-side-out-bounds", side));
        }
        return (int) side;
    }
}
