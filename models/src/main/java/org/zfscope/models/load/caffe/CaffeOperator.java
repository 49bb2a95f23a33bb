package org.zfscope.models.load.caffe;

/** What a layer of one type becomes. */
@FunctionalInterface
interface CaffeOperator {

    /**
     * Adds what the layer does to the network.
     *
     * @throws IllegalArgumentException if zfscope cannot do it
     */
    void apply(CaffeStep step);
}
