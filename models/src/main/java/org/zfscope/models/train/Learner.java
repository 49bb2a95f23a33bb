package org.zfscope.models.train;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.tensor.Shape;

/** A network that learns by a recipe, one step after the other. */
final class Learner {

    private final Trainable network;
    private final double maxRms;
    private double rate;

    private Learner(Trainable network, Recipe recipe) {
        this.network = network;
        this.maxRms = recipe.maxRms();
        this.rate = recipe.rate();
        for (Layer layer : network.layers()) {
            AcrossMaps.speedUp(layer);
            PoolGradient.speedUp(layer);
        }
    }

    /** One that has learned nothing. */
    static Learner untrained(Architecture architecture, Recipe recipe) {
        OneDnn.allow();
        Learner learner = new Learner(architecture.untrained(recipe), recipe);
        learner.limitFilters();
        return learner;
    }

    /** One that goes on from where it was. */
    static Learner restored(Architecture architecture, Recipe recipe, INDArray weights, INDArray momenta) {
        OneDnn.allow();
        Trainable network = architecture.untrained(recipe);
        network.model().setParams(weights);
        network.momenta().assign(momenta);
        return new Learner(network, recipe);
    }

    /** One step of gradient descent. Returns the loss before it, regularisation included. */
    double fit(INDArray pictures, INDArray targets, double newRate, long seed) {
        if (newRate != rate) {
            network.rate(newRate);
            rate = newRate;
        }
        Nd4j.getRandom().setSeed(seed); // for dropout
        network.fit(pictures, targets);
        limitFilters();
        return network.model().score();
    }

    private void limitFilters() {
        if (maxRms > 0) {
            FilterRms.filters(network.layers()).forEach(filters -> FilterRms.limit(filters, maxRms));
        }
    }

    /** Probabilities, [pictures, classes]; the caller closes them. */
    INDArray classify(INDArray pictures) {
        return network.classify(pictures);
    }

    /** What the network takes. */
    Shape input() {
        return network.parsed().input(Optional.empty());
    }

    INDArray weights() {
        return network.model().params();
    }

    INDArray momenta() {
        return network.momenta();
    }

    /** DL4J's configuration. */
    String json() {
        return network.json();
    }
}
