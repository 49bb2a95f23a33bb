package org.zfscope.models.layer;

/** Which channel of many holds which pixel of a block, where a block of pixels becomes channels and back. */
public enum BlockOrder {
    /** Channel (row * block + column) * maps + map: ONNX's DCR, TensorFlow's depth_to_space. */
    PIXEL_FIRST {
        @Override
        public int channel(int block, int maps, int map, int row, int column) {
            return (row * block + column) * maps + map;
        }
    },
    /** Channel (map * block + row) * block + column: ONNX's CRD, PyTorch's pixel shuffle. */
    MAP_FIRST {
        @Override
        public int channel(int block, int maps, int map, int row, int column) {
            return (map * block + row) * block + column;
        }
    };

    /**
     * The deep side's channel.
     *
     * @param maps channels of the wide side
     */
    public abstract int channel(int block, int maps, int map, int row, int column);
}
