package org.zfscope.models.zoo;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * The shape of {@link ZfNet} for pictures of 128 x 128: a 7x7 first layer of stride 2, one of 5x5, three of 3x3,
 * overlapping pools, normalisation after the first two of them. The second layer keeps stride 1 and there is one hidden
 * layer instead of two, for pictures this small leave less to throw away: 2,775,786 parameters with ten classes.
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
                .normalized("2", 64, 5, 1, 2)
                .ceilPool("2", 3, 2) // [64, 16, 16]
                .norm("2")
                .normalized("3", 128, 3, 1, 1)
                .normalized("4", 128, 3, 1, 1)
                .normalized("5", 128, 3, 1, 1)
                .ceilPool("5", 3, 2) // [128, 8, 8]
                .hidden("6", 256)
                .classes("7", classes)
                .build(SIDE);
    }
}
