package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.zfscope.models.Network;
import org.zfscope.models.load.ImageNet;

/**
 * The network of [Zeiler2014 fig. 3], 62,357,608 parameters with 1000 classes. The paper gives no paddings; these give
 * its map sizes 110, 55, 26, 13, 13, 13, 6. The contrast normalisation comes after pooling, with Krizhevsky's constants.
 */
public final class ZfNet {

    private static final int SIDE = 224;

    private ZfNet() {}

    /** Untrained, with random weights for the classes of ImageNet. */
    public static Network create(long seed) {
        return RandomWeights.network("zfnet", configuration(seed, ImageNet.CLASSES), seed);
    }

    /** For DL4J. */
    public static MultiLayerConfiguration configuration(long seed, int classes) {
        return new Stack(seed)
                .convolution("1", 96, 7, 2, 1)
                .ceilPool("1", 3, 2)
                .norm("1")
                .convolution("2", 256, 5, 2, 0)
                .ceilPool("2", 3, 2)
                .norm("2")
                .convolution("3", 384, 3, 1, 1)
                .convolution("4", 384, 3, 1, 1)
                .convolution("5", 256, 3, 1, 1)
                .pool("5", 3, 2)
                .hidden("6", 4096)
                .hidden("7", 4096)
                .classes("8", classes)
                .build(SIDE);
    }
}
