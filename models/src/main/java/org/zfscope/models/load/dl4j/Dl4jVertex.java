package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Concat;

/** One layer or vertex of a DL4J configuration, in its place. */
record Dl4jVertex(String name, GraphVertex kind, List<String> inputs) {

    Dl4jVertex {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(say("models.dl4j-vertex.layer-takes-nothing-input", name));
        }
        boolean empty = kind instanceof LayerVertex vertex
                && (vertex.getLayerConf() == null || vertex.getLayerConf().getLayer() == null);
        if (empty) {
            throw new IllegalArgumentException(say("models.dl4j-vertex.layer-described", name));
        }
    }

    /** DL4J leaves what a configuration does not state without a value. */
    static void requireNumbers(String what, int count, int @Nullable [] found) {
        if (found == null || found.length != count) {
            throw new IllegalArgumentException(
                    say("models.dl4j-vertex.numbers-expected", what, count, Arrays.toString(found)));
        }
    }

    /** The layer's configuration, if this is a layer; freezing concerns training only, so it is taken off. */
    Optional<Layer> layer() {
        return kind instanceof LayerVertex vertex
                ? Optional.ofNullable(thawed(vertex.getLayerConf().getLayer()))
                : Optional.empty();
    }

    private static Layer thawed(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return thawed(frozen.getLayer());
        }
        return layer instanceof FrozenLayerWithBackprop frozen ? thawed(frozen.getUnderlying()) : layer;
    }

    /** What reshapes the input before the layer, or is all that a preprocessor vertex does. */
    Optional<InputPreProcessor> before() {
        if (kind instanceof PreprocessorVertex vertex) {
            return Optional.of(vertex.getPreProcessor());
        }
        return kind instanceof LayerVertex vertex ? Optional.ofNullable(vertex.getPreProcessor()) : Optional.empty();
    }

    /**
     * How many parameters DL4J gives it.
     *
     * @throws IllegalArgumentException if zfscope has no layer for it
     */
    long parameters() {
        if (layer().isPresent()) {
            Layer layer = layer().get();
            Dl4jLayers.require(layer);
            try {
                return layer.initializer().numParams(layer);
            } catch (RuntimeException e) { // DL4J's, of a layer that lacks something
                throw new IllegalArgumentException(say("models.dl4j-vertex.dl4j-cannot-tell-how"), e);
            }
        }
        if (before().isEmpty()) {
            combination();
        }
        return 0;
    }

    /**
     * What a vertex that is no layer and no preprocessor makes of its inputs.
     *
     * @throws IllegalArgumentException if zfscope has no layer for it
     */
    org.zfscope.models.layer.Layer combination() {
        if (kind.getClass() == MergeVertex.class) {
            return new Concat();
        }
        if (kind instanceof ElementWiseVertex vertex && vertex.getOp() == ElementWiseVertex.Op.Add) {
            return new Add();
        }
        throw new IllegalArgumentException(say(
                "models.dl4j-vertex.dl4js-supported-supported-layers",
                kind.getClass().getSimpleName(),
                kind));
    }
}
