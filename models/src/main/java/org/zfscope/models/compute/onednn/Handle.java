package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.global.dnnl;

/** oneDNN's handle of memory that is somebody else's, for one operation. */
record Handle(dnnl_memory memory) implements AutoCloseable {

    @Override
    public void close() {
        dnnl.dnnl_memory_destroy(memory);
    }
}
