package org.zfscope.viz.deconv;

/** What a normalisation by the picture itself does on the way back; the paper does not say. */
public enum LrnRule {
    /**
     * No more than a batch norm: the signal passes through local response normalisation as it is, and through layer, group
     * and instance normalisation by each channel's scale over its deviation, as if statistics were constants.
     */
    PASS,
    /** Its true derivative at the values of the way forward. */
    GRADIENT
}
