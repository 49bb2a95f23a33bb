package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.zfscope.models.Network;
import org.zfscope.models.load.ImageNet;

/** The network D of [Simonyan2015]: thirteen 3x3 convolutions, 138,357,544 parameters with 1000 classes. */
public final class Vgg16 {

    private static final int SIDE = 224;
    private static final int[] FILTERS = {64, 128, 256, 512, 512};
    private static final int[] CONVOLUTIONS = {2, 2, 3, 3, 3};

    private Vgg16() {}

    /** Untrained, with random weights for the classes of ImageNet. */
    public static Network create(long seed) {
        return RandomWeights.network("vgg16", configuration(seed, ImageNet.CLASSES), seed);
    }

    /** For DL4J. */
    public static MultiLayerConfiguration configuration(long seed, int classes) {
        Stack stack = new Stack(seed);
        for (int block = 1; block <= FILTERS.length; block++) {
            for (int i = 1; i <= CONVOLUTIONS[block - 1]; i++) {
                stack.convolution(block + "_" + i, FILTERS[block - 1], 3, 1, 1);
            }
            stack.pool("" + block, 2, 2);
        }
        return stack.hidden("6", 4096).hidden("7", 4096).classes("8", classes).build(SIDE);
    }
}
