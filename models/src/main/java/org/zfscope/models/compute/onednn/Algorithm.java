package org.zfscope.models.compute.onednn;

/** How convolutions are computed. */
public enum Algorithm {
    /** Winograd's wherever this machine has it: 3 x 3, stride 1, in a third of the multiplications. */
    FASTEST,
    /** As the definition says. */
    DIRECT
}
