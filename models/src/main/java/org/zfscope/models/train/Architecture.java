package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.load.dl4j.Dl4jModel;
import org.zfscope.models.tensor.Shape;

/** A network's layers without weights, as a DL4J configuration of either kind. */
public sealed interface Architecture {

    /** Layers in a row. */
    record Row(MultiLayerConfiguration configuration) implements Architecture {

        @Override
        public Shape input() {
            try (Dl4jModel shapes = Dl4jModel.of(configuration, Memory.allocate(0))) {
                return shapes.input(Optional.empty());
            }
        }

        @Override
        public Trainable untrained(Recipe recipe) {
            MultiLayerConfiguration own = configuration.clone();
            own.getConfs().stream()
                    .map(NeuralNetConfiguration::getLayer)
                    .forEach(layer -> Architecture.prepare(layer, recipe));
            MultiLayerNetwork network = new MultiLayerNetwork(own);
            network.init();
            return new Trainable.Row(network);
        }
    }

    /** Layers that branch and join. */
    record Graph(ComputationGraphConfiguration configuration) implements Architecture {

        @Override
        public Shape input() {
            try (Dl4jModel shapes = Dl4jModel.of(configuration, Memory.allocate(0))) {
                return shapes.input(Optional.empty());
            }
        }

        @Override
        public Trainable untrained(Recipe recipe) {
            ComputationGraphConfiguration own = configuration.clone();
            for (GraphVertex vertex : own.getVertices().values()) {
                if (vertex instanceof LayerVertex layer) {
                    Architecture.prepare(layer.getLayerConf().getLayer(), recipe);
                }
            }
            ComputationGraph network = new ComputationGraph(own);
            network.init();
            return new Trainable.Graph(network);
        }
    }

    /** The network before the first step, its weights drawn from the configuration's seed. */
    Trainable untrained(Recipe recipe);

    /** What it takes. */
    Shape input();

    /** Makes the recipe's start, momentum and weight decay the layer's own, whatever the configuration says. */
    private static void prepare(org.deeplearning4j.nn.conf.layers.Layer any, Recipe recipe) {
        if (any instanceof BaseLayer layer) {
            List<Regularization> decay = new ArrayList<>();
            if (recipe.weightDecay() > 0) {
                decay.add(new L2Regularization(recipe.weightDecay()));
            }
            layer.setIUpdater(new Nesterovs(recipe.rate(), recipe.momentum()));
            layer.setRegularization(decay);
            layer.setRegularizationBias(List.of());
            switch (recipe.start()) {
                case CONFIGURED -> {}
                case HE -> layer.setWeightInitFn(WeightInit.RELU.getWeightInitFunction());
                case NORMAL -> layer.setWeightInitFn(new WeightInitDistribution(new NormalDistribution(0, 0.01)));
            }
        }
    }

    /**
     * From DL4J's JSON.
     *
     * @param source what messages name
     */
    static Architecture parse(Path source, String json) {
        try {
            return json.contains("\"vertices\"")
                    ? new Graph(ComputationGraphConfiguration.fromJson(json))
                    : new Row(MultiLayerConfiguration.fromJson(json));
        } catch (RuntimeException e) {
            String why = Stream.of(String.valueOf(e.getMessage()).split("\n"))
                    .findFirst()
                    .orElse("");
            throw InputException.in(source, say("models.architecture.dl4j-configuration-json", why), e);
        }
    }

    /**
     * From a file with DL4J's JSON.
     *
     * @throws InputException if it cannot be read or is something else
     */
    static Architecture read(Path file) {
        InputFile.checkText(file, say("models.architecture.dl4j-configuration-json-2"));
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw InputException.in(file, say("models.architecture.cannot-read-text", e), e);
        }
    }
}
