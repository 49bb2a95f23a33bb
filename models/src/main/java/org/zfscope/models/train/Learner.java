package org.zfscope.models.train;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.L2Regularization;

/** DL4J's network as a recipe needs it: one step, the rate, the filters. */
final class Learner {

    private final MultiLayerNetwork network;
    private final double maxRms;
    private double rate;

    private Learner(MultiLayerNetwork network, Recipe recipe) {
        this.network = network;
        List.of(network.getLayers()).forEach(AcrossMaps::speedUp);
        List.of(network.getLayers()).forEach(PoolGradient::speedUp);
        this.maxRms = recipe.maxRms();
        this.rate = recipe.rate();
    }

    /** Untrained. */
    static Learner create(MultiLayerConfiguration configuration, Recipe recipe) {
        OneDnn.allow();
        prepare(configuration, recipe);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return new Learner(network, recipe).limited();
    }

    /** As it was when these were written down. */
    static Learner restore(MultiLayerConfiguration configuration, Recipe recipe, INDArray weights, INDArray momenta) {
        OneDnn.allow();
        prepare(configuration, recipe);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init(weights, false);
        network.getUpdater().setStateViewArray(network, momenta, false);
        return new Learner(network, recipe);
    }

    /** Makes the recipe's momentum and weight decay the layers' own, whatever the configuration says. */
    private static void prepare(MultiLayerConfiguration configuration, Recipe recipe) {
        for (NeuralNetConfiguration conf : configuration.getConfs()) {
            if (conf.getLayer() instanceof BaseLayer layer) {
                layer.setIUpdater(new Nesterovs(recipe.rate(), recipe.momentum()));
                layer.setBiasUpdater(null);
                layer.setRegularization(
                        recipe.weightDecay() == 0
                                ? List.of()
                                : List.of(new L2Regularization(recipe.weightDecay())));
                layer.setRegularizationBias(List.of());
            }
        }
    }

    /** One step of gradient descent. Returns the loss before it. */
    double fit(INDArray pictures, INDArray targets, double newRate, long seed) {
        if (newRate != rate) {
            network.setLearningRate(newRate);
            rate = newRate;
        }
        Nd4j.getRandom().setSeed(seed); // of dropout
        network.fit(pictures, targets);
        limited();
        return network.score();
    }

    private Learner limited() {
        if (maxRms > 0) {
            filters().forEach(filters -> FilterRms.limit(filters, maxRms));
        }
        return this;
    }

    private List<INDArray> filters() {
        return FilterRms.filters(List.of(network.getLayers()));
    }

    /** Probabilities, [pictures, classes]; the caller closes them. */
    INDArray classify(INDArray pictures) {
        return network.output(pictures, false);
    }

    MultiLayerNetwork network() {
        return network;
    }
}
