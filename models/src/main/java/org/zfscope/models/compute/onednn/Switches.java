package org.zfscope.models.compute.onednn;

import java.nio.ByteBuffer;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.tensor.Window;

/**
 * Where each maximum of a max pool came from: for each output the position inside its window, row by row, in a byte where
 * windows have at most 255 positions, else in an int. In memory they are in the order of the pool's output.
 */
public final class Switches implements AutoCloseable {

    private static final int BYTE = 0xff;

    private final OneDnn dnn;
    private final Layout layout;
    private final Slide slide;
    private final boolean small;
    private final Arena.Piece piece;
    private final dnnl_memory handle;
    private boolean closed;

    /** Undefined at first. */
    Switches(OneDnn dnn, Layout layout, Slide slide) {
        this.dnn = dnn;
        this.layout = layout;
        this.slide = slide;
        this.small = slide.vertical().kernel() * slide.horizontal().kernel() <= BYTE;
        this.piece = dnn.arena().take((long) layout.size() * width());
        try (dnnl_memory_desc_t description = Description.of(
                small ? dnnl.dnnl_u8 : dnnl.dnnl_s32,
                layout.order().tag(),
                layout.extent().dims())) {
            this.handle = dnn.memory(description, piece.memory());
        }
    }

    /** Of the pool's output. */
    public Layout layout() {
        return layout;
    }

    public Slide slide() {
        return slide;
    }

    /** Bytes of one switch. */
    int width() {
        return small ? Byte.BYTES : Integer.BYTES;
    }

    dnnl_memory handle() {
        return handle;
    }

    ByteBuffer bytes() {
        if (closed) {
            throw new IllegalStateException("switches were closed too early");
        }
        return piece.memory().asByteBuffer().order(java.nio.ByteOrder.nativeOrder());
    }

    /**
     * The positions in the maps below, row * width + column, in the order [batch, channels, height, width].
     *
     * @param width of the maps below
     */
    public int[] positions(int width) {
        ByteBuffer bytes = bytes();
        Extent extent = layout.extent();
        int[] positions = new int[extent.size()];
        Window whole = new Window(0, 0, extent.height(), extent.width());
        java.util.stream.IntStream.range(0, extent.batch() * extent.channels())
                .parallel()
                .forEach(map -> write(
                        bytes,
                        map / extent.channels(),
                        map % extent.channels(),
                        whole,
                        width,
                        positions,
                        map * extent.area()));
        return positions;
    }

    /** The positions in a map below for a window of one map: [window height, window width]. */
    void positions(int picture, int channel, Window window, int width, int[] positions) {
        write(bytes(), picture, channel, window, width, positions, 0);
    }

    private void write(
            ByteBuffer bytes, int picture, int channel, Window window, int width, int[] positions, int first) {
        int lanes = layout.lanes();
        int to = first;
        for (int y = window.y(); y < window.bottom(); y++) {
            int from = layout.index(picture, channel, y, 0);
            for (int x = window.x(); x < window.right(); x++) {
                positions[to++] = position(at(bytes, from + x * lanes), y, x, width);
            }
        }
    }

    private int at(ByteBuffer bytes, int index) {
        return small ? bytes.get(index) & BYTE : bytes.getInt(index * Integer.BYTES);
    }

    /** Where a window holds nothing but NaN, oneDNN names its first position, which may be padding. */
    private int position(int inWindow, int y, int x, int width) {
        Slide.Axis v = slide.vertical();
        Slide.Axis h = slide.horizontal();
        int row = y * v.stride() - v.before() + inWindow / h.kernel() * v.dilation();
        int column = x * h.stride() - h.before() + inWindow % h.kernel() * h.dilation();
        return Math.max(0, row) * width + Math.max(0, column);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            dnnl.dnnl_memory_destroy(handle);
            dnn.arena().giveBack(piece);
        }
    }
}
