package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** oneDNN's descriptions of memory. */
final class Description {

    private Description() {}

    static dnnl_memory_desc_t of(Layout layout) {
        return of(layout.extent(), layout.order().tag());
    }

    /** In the order that suits the operation best. */
    static dnnl_memory_desc_t any(Extent extent) {
        return of(extent, dnnl.dnnl_format_tag_any);
    }

    private static dnnl_memory_desc_t of(Extent extent, int tag) {
        return of(dnnl.dnnl_f32, tag, extent.dims());
    }

    static dnnl_memory_desc_t floats(int tag, long... dims) {
        return of(dnnl.dnnl_f32, tag, dims);
    }

    static dnnl_memory_desc_t of(int type, int tag, long... dims) {
        dnnl_memory_desc_t description = new dnnl_memory_desc_t();
        Status.check(dnnl.dnnl_memory_desc_init_by_tag(description, dims.length, dims, type, tag), "describe memory");
        return description;
    }

    static boolean equal(dnnl_memory_desc_t a, dnnl_memory_desc_t b) {
        return dnnl.dnnl_memory_desc_equal(a, b) != 0;
    }

    /** A copy that lives on when the primitive that was asked for it is gone. */
    static dnnl_memory_desc_t copy(dnnl_memory_desc_t description) {
        dnnl_memory_desc_t copy = new dnnl_memory_desc_t();
        Pointer.memcpy(copy, description, description.sizeof());
        return copy;
    }

    /** Which of our layouts a description of feature maps is. */
    static Layout layout(dnnl_memory_desc_t description) {
        Extent extent = new Extent(dim(description, 0), dim(description, 1), dim(description, 2), dim(description, 3));
        for (Order order : Order.values()) {
            Layout layout = new Layout(extent, order);
            try (dnnl_memory_desc_t candidate = of(layout)) {
                if (equal(candidate, description)) {
                    return layout;
                }
            }
        }
        throw new IllegalStateException("oneDNN wants an order that is not known here for " + extent);
    }

    private static int dim(dnnl_memory_desc_t description, int axis) {
        return (int) description.dims().get(axis);
    }
}
