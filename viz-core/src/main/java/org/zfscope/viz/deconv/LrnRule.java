package org.zfscope.viz.deconv;

/** What local response normalisation does on the way back; the paper does not say. */
public enum LrnRule {
    /** Nothing: the signal passes through. */
    PASS,
    /** Its true derivative at the values of the way forward. */
    GRADIENT
}
