package org.zfscope.viz.deconv;

/**
 * What a ReLU lets through on the way back, the only place where the three methods differ. f is what came into the ReLU
 * on the way forward, R the signal from above.
 */
public enum ReluRule {
    /** max(R, 0): the deconvnet [Zeiler2014 §2.1]. It never looks at f. */
    DECONVNET,
    /** max(R, 0) where f > 0: guided backpropagation [Springenberg2014]. */
    GUIDED,
    /** R where f > 0: the true derivative, a saliency map [Simonyan2013]. */
    GRADIENT;

    /** Whether negative signals are cut off. */
    boolean rectifiesSignal() {
        return this != GRADIENT;
    }

    /** Whether the signal is cut off where the way forward was. */
    boolean looksForward() {
        return this != DECONVNET;
    }
}
