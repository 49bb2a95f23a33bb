package org.zfscope.models.train;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.load.dl4j.Dl4jModel;
import org.zfscope.models.tensor.Shape;

/** A network that learns by a recipe, one step after the other. */
final class Learner {

    private final Trainable network;
    private final double maxRms;
    private final List<Frozen> frozen = new ArrayList<>();
    private double rate;

    /** Weights that stay as they were. */
    private record Frozen(INDArray weights, INDArray as) {}

    private Learner(Trainable network, Recipe recipe) {
        this.network = network;
        this.maxRms = recipe.maxRms();
        this.rate = recipe.rate();
        network.replace(SwitchedPool::insteadOf);
        for (Layer layer : network.layers()) {
            AcrossMaps.speedUp(layer);
            BatchMoments.speedUp(layer);
        }
    }

    /** One that has learned nothing. */
    static Learner untrained(Architecture architecture, Recipe recipe) {
        OneDnn.allow();
        Learner learner = new Learner(architecture.untrained(recipe), recipe);
        learner.settle();
        return learner;
    }

    /** One that begins with what another network has learned. */
    static Learner building(PretrainedNetwork on, int classes, Recipe recipe) {
        Learner learner = untrained(on.untrained(classes, recipe.seed()), recipe);
        on.copyTo(learner.network.layers());
        learner.freeze(on.frozen());
        learner.settle();
        return learner;
    }

    /** One that goes on from where it was, with arrays as ND4J writes them. */
    static Learner restored(
            Architecture architecture, Recipe recipe, InputStream weights, InputStream momenta, Set<String> frozen)
            throws IOException {
        OneDnn.allow();
        Trainable network = architecture.untrained(recipe);
        network.model().setParams(read(weights));
        network.momenta().assign(read(momenta));
        Learner learner = new Learner(network, recipe);
        learner.freeze(frozen);
        return learner;
    }

    private static INDArray read(InputStream in) throws IOException {
        return Nd4j.read(new DataInputStream(in));
    }

    /** DL4J's own frozen layers change the names in the file, so here the old weights are put back after each step. */
    private void freeze(Set<String> names) {
        for (Layer layer : network.layers()) {
            if (names.contains(layer.conf().getLayer().getLayerName())) {
                layer.paramTable().values().forEach(weights -> frozen.add(new Frozen(weights, weights.dup())));
            }
        }
    }

    /** One step of gradient descent. Returns the loss before it, regularisation included. */
    double fit(Batch batch, double newRate, long seed) {
        if (newRate != rate) {
            network.rate(newRate);
            rate = newRate;
        }
        Nd4j.getRandom().setSeed(seed); // for dropout
        network.fit(batch.input(), batch.wanted());
        settle();
        return network.model().score();
    }

    /** What is due after each change of the weights. */
    private void settle() {
        if (maxRms > 0) {
            FilterRms.limit(network.layers(), maxRms);
        }
        frozen.forEach(f -> f.weights.assign(f.as));
    }

    /** Probabilities, [pictures][classes]. */
    float[][] classify(Batch batch) {
        try (INDArray answer = network.classify(batch.input())) {
            return answer.toFloatMatrix();
        }
    }

    /** What the network takes. */
    Shape input() {
        try (Dl4jModel parsed = network.parsed()) {
            return parsed.input(Optional.empty());
        }
    }

    /** How many classes it tells apart. */
    int outputs() {
        return of(whole -> whole.shape(whole.output().name()).size());
    }

    /** How many parameters it has, the statistics of batch normalisations among them. */
    long parameters() {
        return of(Network::parameters);
    }

    private <T> T of(Function<Network, T> asked) {
        Preprocessing any = Preprocessing.torch(Preprocessing.Source.GUESS);
        try (Dl4jModel parsed = network.parsed();
                Network whole = parsed.toNetwork("", parsed.input(Optional.empty()), any)) {
            return asked.apply(whole);
        }
    }

    /** All weights, as ND4J writes an array. */
    byte[] weights() throws IOException {
        return bytes(network.model().params());
    }

    /** The updater's state, as ND4J writes an array. */
    byte[] momenta() throws IOException {
        return bytes(network.momenta());
    }

    private static byte[] bytes(INDArray array) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Nd4j.write(array, out);
        }
        return bytes.toByteArray();
    }

    /** DL4J's configuration. */
    String json() {
        return network.json();
    }
}
