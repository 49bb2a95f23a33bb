package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** A batch of feature maps outside the heap. Whoever was given it closes it. */
public final class Block implements AutoCloseable {

    private final OneDnn dnn;
    private final Layout layout;
    private final Arena.Piece piece;
    private final dnnl_memory handle;
    private boolean closed;

    /** Its content is undefined, except for spare lanes, which are zero. */
    Block(OneDnn dnn, Layout layout) {
        this.dnn = dnn;
        this.layout = layout;
        this.piece = dnn.arena().take((long) layout.size() * Float.BYTES);
        dnnl_memory_desc_t description = dnn.description(layout);
        this.handle = dnn.memory(description, piece.memory());
    }

    public Layout layout() {
        return layout;
    }

    public Extent extent() {
        return layout.extent();
    }

    /** All values as they lie in memory; valid while the block is open. */
    public FloatBuffer floats() {
        return pointer().asBuffer();
    }

    FloatPointer pointer() {
        requireOpen();
        return new FloatPointer(piece.memory()).capacity(layout.size());
    }

    dnnl_memory handle() {
        requireOpen();
        return handle;
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("a block of " + layout + " was closed too early");
        }
    }

    void clear() {
        Pointer.memset(pointer(), 0, (long) layout.size() * Float.BYTES);
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
