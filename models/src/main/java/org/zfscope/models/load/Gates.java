package org.zfscope.models.load;

import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Softmax;

/**
 * Which factor of a product is a gate. Files do not say; a {@link org.zfscope.models.layer.Multiply} wants what is let through
 * first and its gates behind it.
 */
public final class Gates {

    private Gates() {}

    /** Whether a layer squashes its input into a range that is the same for all pictures, as gates do. */
    public static boolean squashes(Layer layer) {
        return layer instanceof Softmax
                || (layer instanceof Activation activation
                        && (activation.curve() instanceof Curve.Sigmoid
                                || activation.curve() instanceof Curve.HardSigmoid
                                || activation.curve() instanceof Curve.Tanh
                                || activation.curve() instanceof Curve.Softsign
                                || activation.curve() instanceof Curve.Clip));
    }
}
