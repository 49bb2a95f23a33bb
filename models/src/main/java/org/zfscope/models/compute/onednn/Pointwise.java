package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_binary_desc_t;
import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/** What is done to each value by itself, whatever the order in memory. */
public final class Pointwise {

    private enum Kind {
        RECTIFY,
        MASK,
        ADD
    }

    private record Key(Kind kind, Rectifier rectifier, Layout layout) {
        Key(Kind kind, Layout layout) {
            this(kind, Rectifier.NONE, layout);
        }
    }

    private final OneDnn dnn;

    public Pointwise(OneDnn dnn) {
        this.dnn = dnn;
    }

    /** max(x, 0). */
    public Block rectify(Block maps) {
        return rectify(maps, Rectifier.RELU);
    }

    /** The same, maybe with a ceiling. */
    Block rectify(Block maps, Rectifier rectifier) {
        synchronized (dnn) {
            Primitive primitive = dnn.primitive(
                    new Key(Kind.RECTIFY, rectifier, maps.layout()), () -> compile(rectifier, maps.layout()));
            return dnn.filled(
                    maps.layout(),
                    result -> primitive.run(
                            new Argument(dnnl.DNNL_ARG_SRC, maps.handle()),
                            new Argument(dnnl.DNNL_ARG_DST, result.handle())));
        }
    }

    private Primitive compile(Rectifier rectifier, Layout layout) {
        try (dnnl_eltwise_desc_t operation = new dnnl_eltwise_desc_t()) {
            describe(rectifier, operation, layout);
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, operation));
        }
    }

    private void describe(Rectifier rectifier, dnnl_eltwise_desc_t operation, Layout layout) {
        Status.check(
                dnnl.dnnl_eltwise_forward_desc_init(
                        operation,
                        dnnl.dnnl_forward_training,
                        rectifier.algorithm(),
                        dnn.description(layout),
                        0,
                        rectifier.beta()),
                "describe a ReLU");
    }

    /** The signal where {@code forward}, a ReLU's input or output, is above zero, and zero elsewhere. */
    public Block masked(Block signal, Block forward) {
        Layout layout = signal.layout();
        synchronized (dnn) {
            Primitive primitive = dnn.primitive(new Key(Kind.MASK, layout), () -> compileMask(layout));
            try (Ordered ordered = dnn.inOrder(forward, layout.order())) {
                return dnn.filled(
                        layout,
                        result -> primitive.run(
                                new Argument(dnnl.DNNL_ARG_SRC, ordered.block().handle()),
                                new Argument(dnnl.DNNL_ARG_DIFF_DST, signal.handle()),
                                new Argument(dnnl.DNNL_ARG_DIFF_SRC, result.handle())));
            }
        }
    }

    private Primitive compileMask(Layout layout) {
        dnnl_memory_desc_t values = dnn.description(layout);
        try (dnnl_eltwise_desc_t forward = new dnnl_eltwise_desc_t();
                dnnl_eltwise_desc_t back = new dnnl_eltwise_desc_t()) {
            describe(Rectifier.RELU, forward, layout);
            Status.check(
                    dnnl.dnnl_eltwise_backward_desc_init(back, dnnl.dnnl_eltwise_relu, values, values, 0, 0),
                    "describe the way back of a ReLU");
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, back, forward));
        }
    }

    /** The sum of two blocks of one extent, in the first one's order. */
    public Block add(Block a, Block b) {
        Layout layout = a.layout();
        synchronized (dnn) {
            Primitive primitive = dnn.primitive(new Key(Kind.ADD, layout), () -> compileAdd(layout));
            try (Ordered ordered = dnn.inOrder(b, layout.order())) {
                return dnn.filled(
                        layout,
                        sum -> primitive.run(
                                new Argument(dnnl.DNNL_ARG_SRC_0, a.handle()),
                                new Argument(
                                        dnnl.DNNL_ARG_SRC_1, ordered.block().handle()),
                                new Argument(dnnl.DNNL_ARG_DST, sum.handle())));
            }
        }
    }

    private Primitive compileAdd(Layout layout) {
        dnnl_memory_desc_t values = dnn.description(layout);
        try (dnnl_binary_desc_t operation = new dnnl_binary_desc_t()) {
            Status.check(
                    dnnl.dnnl_binary_desc_init(operation, dnnl.dnnl_binary_add, values, values, values),
                    "describe an addition");
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, operation));
        }
    }
}
