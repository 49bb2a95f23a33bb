package org.zfscope.models.layer;

/** A layer that sets to zero what is below zero, and to a ceiling what is above that: min(max(x, 0), ceiling). */
public sealed interface Rectifying permits Relu, ClippedRelu {

    /** Infinite where there is none. */
    float ceiling();
}
