package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;

/** DL4J's activation functions as layers. */
final class Dl4jActivations {

    private Dl4jActivations() {}

    /** Nothing for the identity. */
    static Optional<Layer> layer(IActivation function) {
        if (function instanceof ActivationIdentity) {
            return Optional.empty();
        }
        if (function instanceof ActivationSoftmax) {
            return Optional.of(new Softmax());
        }
        if (function instanceof ActivationLReLU leaky) {
            return Optional.of(new LeakyRelu((float) leaky.getAlpha()));
        }
        if (function instanceof ActivationReLU relu && relu.getMax() == null && orZero(relu.getThreshold()) == 0) {
            float slope = (float) orZero(relu.getNegativeSlope());
            return Optional.of(slope == 0 ? new Relu() : new LeakyRelu(slope));
        }
        throw new IllegalArgumentException(
                say("models.dl4j-activations.activation-function-supported-supported", function));
    }

    private static double orZero(Double value) {
        return value == null ? 0 : value;
    }
}
