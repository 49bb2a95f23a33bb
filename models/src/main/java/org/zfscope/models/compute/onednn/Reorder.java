package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/** Copies of values in another order. */
public final class Reorder {

    private record Key(Layout from, Layout to) {}

    private Reorder() {}

    /** A new block with the same values in the given order. */
    public static Block copy(OneDnn dnn, Block block, Order order) {
        Layout to = new Layout(block.extent(), order);
        synchronized (dnn) {
            Primitive primitive = dnn.primitive(
                    new Key(block.layout(), to),
                    () -> compile(dnn, dnn.description(block.layout()), dnn.description(to)));
            return dnn.filled(
                    to,
                    copy -> primitive.run(
                            new Argument(dnnl.DNNL_ARG_SRC, block.handle()),
                            new Argument(dnnl.DNNL_ARG_DST, copy.handle())));
        }
    }

    /** A new block with the same values in the same order. */
    static Block same(OneDnn dnn, Block block) {
        Block copy = dnn.block(block.layout());
        copy.floats().put(0, block.floats(), 0, block.layout().size());
        return copy;
    }

    /** A new block with the same values, in the order [batch, channels, height, width], as maps of another extent of that size. */
    static Block flat(OneDnn dnn, Block block, Extent extent) {
        try (Ordered plain = dnn.inOrder(block, Order.PLAIN)) {
            return dnn.filled(new Layout(extent, Order.PLAIN), flat -> flat.floats()
                    .put(0, plain.block().floats(), 0, extent.size()));
        }
    }

    /** Once, for memory that is not a block. */
    static void once(
            OneDnn dnn, dnnl_memory_desc_t from, dnnl_memory source, dnnl_memory_desc_t to, dnnl_memory target) {
        synchronized (dnn) {
            try (Primitive reorder = compile(dnn, from, to)) {
                reorder.run(new Argument(dnnl.DNNL_ARG_SRC, source), new Argument(dnnl.DNNL_ARG_DST, target));
            }
        }
    }

    private static Primitive compile(OneDnn dnn, dnnl_memory_desc_t from, dnnl_memory_desc_t to) {
        return Primitive.of(
                dnn,
                Attributes.NONE,
                (result, attributes) -> dnnl.dnnl_reorder_primitive_desc_create(
                        result, from, dnn.engine(), to, dnn.engine(), attributes));
    }
}
