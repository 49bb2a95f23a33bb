package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.global.dnnl;

/**
 * What becomes of values below zero and above a ceiling.
 *
 * @param ceiling infinite where there is none; zero where nothing is done at all
 */
record Rectifier(float ceiling) {

    static final Rectifier NONE = new Rectifier(0);
    static final Rectifier RELU = new Rectifier(Float.POSITIVE_INFINITY);

    static Rectifier upTo(float ceiling) {
        return new Rectifier(ceiling);
    }

    /** oneDNN's name of it. */
    int algorithm() {
        return Float.isInfinite(ceiling) ? dnnl.dnnl_eltwise_relu : dnnl.dnnl_eltwise_clip;
    }

    /** The upper bound; a ReLU's slope below zero is the other one. */
    float beta() {
        return Float.isInfinite(ceiling) ? 0 : ceiling;
    }

    /** As something that an operation does besides. */
    Attributes attributes() {
        return equals(NONE) ? Attributes.NONE : Attributes.eltwise(algorithm(), 0, beta());
    }
}
