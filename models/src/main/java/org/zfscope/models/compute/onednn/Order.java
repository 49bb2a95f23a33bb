package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.global.dnnl;

/**
 * How values lie in memory. All orders are of one kind: [batch, groups, height, width, lanes], where each group holds so
 * many channels side by side. What is left over in the last group is zero.
 */
public enum Order {
    /** [batch, channels, height, width], as everybody else has it. */
    PLAIN(dnnl.dnnl_nchw, 1),
    BLOCKS_OF_16(dnnl.dnnl_nChw16c, 16),
    BLOCKS_OF_8(dnnl.dnnl_nChw8c, 8),
    BLOCKS_OF_4(dnnl.dnnl_nChw4c, 4),
    /** [batch, height, width, channels]: all channels in one group. */
    CHANNELS_LAST(dnnl.dnnl_nhwc, Integer.MAX_VALUE);

    private final int tag;
    private final int block;

    Order(int tag, int block) {
        this.tag = tag;
        this.block = block;
    }

    /** oneDNN's name of it. */
    int tag() {
        return tag;
    }

    int lanes(int channels) {
        return this == CHANNELS_LAST ? channels : block;
    }

    int groups(int channels) {
        int lanes = lanes(channels);
        return (channels + lanes - 1) / lanes;
    }
}
