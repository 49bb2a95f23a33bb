package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * The shape of {@link ZfNet} for pictures of 128 x 128 and few classes: a 7x7 and a 5x5 layer of stride 2, three of 3x3,
 * overlapping pools, contrast normalisation after the first two of them, and one hidden layer. Batch normalisation before
 * every ReLU, which the paper predates, lets it learn in a few epochs. 1,206,314 parameters with ten classes.
 */
public final class ZfNetS {

    private static final int SIDE = 128;

    private ZfNetS() {}

    /** For DL4J. */
    public static MultiLayerConfiguration configuration(long seed, int classes) {
        return new Stack(seed)
                .normalized("1", 48, 7, 2, 3) // [48, 64, 64]
                .ceilPool("1", 3, 2) // [48, 32, 32]
                .norm("1")
                .normalized("2", 96, 5, 2, 2) // [96, 16, 16]
                .ceilPool("2", 3, 2) // [96, 8, 8]
                .norm("2")
                .normalized("3", 160, 3, 1, 1)
                .normalized("4", 160, 3, 1, 1)
                .normalized("5", 128, 3, 1, 1)
                .ceilPool("5", 3, 2) // [128, 4, 4]
                .normalizedHidden("6", 256)
                .classes("7", classes)
                .build(SIDE);
    }
}
