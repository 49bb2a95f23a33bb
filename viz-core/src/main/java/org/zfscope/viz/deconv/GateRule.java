package org.zfscope.viz.deconv;

/** What a gate does on the way back: a factor that the network itself has made of the picture; the paper has none. */
public enum GateRule {
    /** It is held constant, as if it were a weight: the signal goes through what is gated alone. */
    HOLD,
    /** The signal goes through the gate too, as the product rule says. */
    DERIVE
}
