package org.zfscope.models.compute.onednn;

import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Filters in the form that an operation wants. Their memory may be taken away meanwhile; then they are made again. */
final class Form {

    private final OneDnn dnn;
    private final dnnl_memory_desc_t description;
    private final long bytes;
    private final Maker maker;
    private @Nullable BytePointer values;
    private @Nullable dnnl_memory handle;
    private boolean usedBefore;

    /** Writes the values: through oneDNN's handle, or straight into memory. */
    @FunctionalInterface
    interface Maker {
        void write(dnnl_memory handle, BytePointer memory);
    }

    Form(OneDnn dnn, dnnl_memory_desc_t description, Maker maker) {
        this.dnn = dnn;
        this.description = description;
        this.bytes = dnnl.dnnl_memory_desc_get_size(description);
        this.maker = maker;
    }

    boolean is(dnnl_memory_desc_t wanted) {
        return Description.equal(description, wanted);
    }

    /** The filters, made now if they are not there. The caller holds the engine's lock. */
    dnnl_memory use() {
        dnnl_memory there = handle;
        if (there == null) {
            // not from the arena: it would keep what is given back
            values = dnn.shelf().room(bytes).orElseGet(() -> new BytePointer(bytes));
            there = dnn.memory(description, values);
            handle = there;
            make(there, values);
        }
        dnn.shelf().used(this, usedBefore);
        usedBefore = true;
        return there;
    }

    private void make(dnnl_memory there, BytePointer memory) {
        try {
            maker.write(there, memory);
        } catch (RuntimeException | OutOfMemoryError e) {
            drop();
            throw e;
        }
    }

    long bytes() {
        return bytes;
    }

    boolean isThere() {
        return handle != null;
    }

    /** Gives the memory back until the next use. */
    void drop() {
        surrender().ifPresent(BytePointer::deallocate);
    }

    /** Leaves the memory to the caller; the filters are made again at the next use. */
    Optional<BytePointer> surrender() {
        if (handle != null) {
            dnnl.dnnl_memory_destroy(handle);
            handle = null;
        }
        Optional<BytePointer> left = Optional.ofNullable(values);
        values = null;
        return left;
    }

    void close() {
        dnn.shelf().forget(this);
        drop();
        description.close();
    }
}
