package org.zfscope.models.compute.onednn;

import java.util.function.Consumer;
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
    private final Consumer<dnnl_memory> maker;
    private @Nullable BytePointer values;
    private @Nullable dnnl_memory handle;
    private boolean usedBefore;

    /** @param maker writes the values */
    Form(OneDnn dnn, dnnl_memory_desc_t description, Consumer<dnnl_memory> maker) {
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
            BytePointer fresh = new BytePointer(bytes);
            there = dnn.memory(description, fresh);
            maker.accept(there);
            values = fresh;
            handle = there;
        }
        dnn.shelf().used(this, usedBefore);
        usedBefore = true;
        return there;
    }

    long bytes() {
        return bytes;
    }

    boolean isThere() {
        return handle != null;
    }

    /** Gives the memory back until the next use. */
    void drop() {
        if (handle != null) {
            dnnl.dnnl_memory_destroy(handle);
            handle = null;
        }
        if (values != null) {
            values.deallocate();
            values = null;
        }
    }

    void close() {
        dnn.shelf().forget(this);
        drop();
        description.close();
    }
}
