package org.zfscope.models.load.caffe;

import org.zfscope.models.tensor.Shape;

/**
 * What a blob's name stands for at some point of a net.
 *
 * @param layer whose output it is
 * @param rank how many sides Caffe gives it: 4 for [pictures, channels, height, width], 2 for [pictures, units]
 */
record CaffeValue(String layer, Shape shape, int rank) {

    /** The same under another number of sides. */
    CaffeValue ranked(int other) {
        return new CaffeValue(layer, shape, other);
    }
}
