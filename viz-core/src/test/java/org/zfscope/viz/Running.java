package org.zfscope.viz;

import java.util.Random;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Tampering;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.deconv.ReluRule;

/** A network that has seen a picture, and what can be done with it in a test. */
record Running(Network network, Activations run) implements AutoCloseable {

    /** Has seen a random picture. */
    static Running of(Network network, long seed) {
        return of(network, RandomTensors.picture(new Random(seed), network.input()));
    }

    static Running of(Network network, Tensor picture) {
        return new Running(network, network.forward(picture, Keep.everything()));
    }

    /** The projection of a target under a rule, in the whole input, from the target's activation. */
    Grid project(ReluRule rule, Target target) {
        return project(Method.of(rule), target);
    }

    Grid project(Method method, Target target) {
        return project(network, method, target);
    }

    /** The same with the layers of another network, which take what this one left. */
    Grid project(Network other, Method method, Target target) {
        try (Projector projector = new Projector(other, method)) {
            return Grid.of(projector.project(run, target).full());
        }
    }

    /** Replaces what a layer gave on the way forward; a pool's switches stay. */
    void tamper(String layer, float[] values) {
        Tampering.replace(run, layer, values);
    }

    Unit find(Target target) {
        return new Targets(run, 0).find(target);
    }

    @Override
    public void close() {
        run.close();
    }
}
