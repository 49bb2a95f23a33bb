package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Caffe's {@code cifar10_quick} for pictures of 32 x 32: 145,578 parameters with ten classes. The first pool comes before
 * its ReLU, the other two take means, and nothing lies between the two dense layers.
 */
public final class Cifar10Quick {

    private static final int SIDE = 32;

    private Cifar10Quick() {}

    /** For DL4J. */
    public static MultiLayerConfiguration configuration(long seed, int classes) {
        return new Stack(seed)
                .pooledBeforeRelu("1", 32, 5, 2, 3, 2) // [32, 16, 16]
                .convolution("2", 32, 5, 1, 2)
                .meanPool("2", 3, 2) // [32, 8, 8]
                .convolution("3", 64, 5, 1, 2)
                .meanPool("3", 3, 2) // [64, 4, 4]
                .linear("4", 64)
                .classes("5", classes)
                .build(SIDE);
    }
}
