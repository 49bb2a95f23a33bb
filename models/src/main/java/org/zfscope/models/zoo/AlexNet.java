package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.zfscope.models.Network;
import org.zfscope.models.load.ImageNet;

/**
 * The network of [Krizhevsky2012] in one column, that is, without the split over two processors: 62,378,344 parameters
 * with 1000 classes. Normalisation comes before pooling, as in the paper.
 */
public final class AlexNet {

    private static final int SIDE = 227;

    private AlexNet() {}

    /** Untrained, with random weights for the classes of ImageNet. */
    public static Network create(long seed) {
        return RandomWeights.network("alexnet", configuration(seed, ImageNet.CLASSES), seed);
    }

    /** For DL4J. */
    public static MultiLayerConfiguration configuration(long seed, int classes) {
        return new Stack(seed)
                .convolution("1", 96, 11, 4, 0)
                .norm("1")
                .pool("1", 3, 2)
                .convolution("2", 256, 5, 1, 2)
                .norm("2")
                .pool("2", 3, 2)
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
