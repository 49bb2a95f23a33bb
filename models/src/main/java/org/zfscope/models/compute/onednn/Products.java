package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_matmul_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/**
 * Fully connected layers. The weights are used where they lie: for one picture the time is that of reading them once, and
 * a second copy of half a gigabyte would gain nothing.
 */
public final class Products {

    private static final int FEW = 4;

    /** How the weights lie in memory. */
    public enum Rows {
        /** [units, inputs] */
        UNITS(dnnl.dnnl_oi),
        /** [inputs, units] */
        INPUTS(dnnl.dnnl_io);

        private final int tag;

        Rows(int tag) {
            this.tag = tag;
        }
    }

    /** A layer's weights and bias, which stay the caller's. */
    public record Weights(int units, int inputs, Rows rows, FloatPointer values, FloatPointer bias) {}

    private record Key(int batch, int units, int inputs, Rows rows, boolean bias, Rectifier then, boolean forward) {

        /** Too many pictures for the implementation that reads the weights as fast as memory gives them. */
        boolean isMany() {
            return batch > FEW;
        }
    }

    private final OneDnn dnn;

    public Products(OneDnn dnn) {
        this.dnn = dnn;
    }

    /** weights * x + bias of each picture: [batch, units, 1, 1]. */
    public Block forward(Block input, Weights weights) {
        return forward(input, weights, Rectifier.NONE);
    }

    /** The same with all that is below zero set to zero, and what is above the ceiling, maybe infinite, to that. */
    public Block rectified(Block input, Weights weights, float ceiling) {
        return forward(input, weights, Rectifier.upTo(ceiling));
    }

    private Block forward(Block input, Weights weights, Rectifier then) {
        boolean bias = !weights.bias.isNull();
        Key key = new Key(input.extent().batch(), weights.units, weights.inputs, weights.rows, bias, then, true);
        return run(key, input, weights, Extent.flat(key.batch, key.units));
    }

    /** The transposed weights at work: a signal on the units carried to inputs of the given extent. */
    public Block back(Block signal, Weights weights, Extent below) {
        Key key = new Key(
                signal.extent().batch(), weights.units, weights.inputs, weights.rows, false, Rectifier.NONE, false);
        return run(key, signal, weights, below);
    }

    private Block run(Key key, Block from, Weights weights, Extent to) {
        synchronized (dnn) {
            Primitive primitive = dnn.primitive(key, () -> compile(key));
            boolean back = !key.forward && !key.isMany();
            int above = back ? dnnl.DNNL_ARG_DIFF_DST : dnnl.DNNL_ARG_SRC;
            int below = back ? dnnl.DNNL_ARG_DIFF_SRC : dnnl.DNNL_ARG_DST;
            // flattened in the order that everybody else flattens: channels, rows, columns
            try (Ordered plain = dnn.inOrder(from, Order.PLAIN)) {
                Argument source = new Argument(above, plain.block().handle());
                return dnn.filled(
                        new Layout(to, Order.PLAIN),
                        result -> run(primitive, key, weights, source, new Argument(below, result.handle())));
            }
        }
    }

    private void run(Primitive primitive, Key key, Weights weights, Argument from, Argument to) {
        try (Handle values = handle(primitive, 0, weights.values)) {
            Argument operand = new Argument(dnnl.DNNL_ARG_WEIGHTS, values.memory());
            if (!key.bias) {
                primitive.run(from, operand, to);
                return;
            }
            try (Handle bias = handle(primitive, 1, weights.bias)) {
                primitive.run(from, operand, to, new Argument(dnnl.DNNL_ARG_BIAS, bias.memory()));
            }
        }
    }

    private Handle handle(Primitive primitive, int index, FloatPointer values) {
        return new Handle(dnn.memory(primitive.describe(dnnl.dnnl_query_weights_md, index), values));
    }

    private Primitive compile(Key key) {
        return key.isMany() ? compileMatrix(key) : compileVectors(key);
    }

    private Primitive compileVectors(Key key) {
        try (dnnl_inner_product_desc_t operation = new dnnl_inner_product_desc_t();
                dnnl_memory_desc_t below = Description.floats(dnnl.dnnl_nc, key.batch, key.inputs);
                dnnl_memory_desc_t weights = Description.floats(key.rows.tag, key.units, key.inputs);
                dnnl_memory_desc_t bias = Description.floats(dnnl.dnnl_x, key.units);
                dnnl_memory_desc_t above = Description.floats(dnnl.dnnl_nc, key.batch, key.units)) {
            int status = key.forward
                    ? dnnl.dnnl_inner_product_forward_desc_init(
                            operation, dnnl.dnnl_forward_inference, below, weights, key.bias ? bias : null, above)
                    : dnnl.dnnl_inner_product_backward_data_desc_init(operation, below, weights, above);
            Status.check(status, "describe " + key);
            return Primitive.of(dnn, key.then.attributes(), Primitive.request(dnn, operation));
        }
    }

    /** A product of matrices: [batch, from] times [from, to]. */
    private Primitive compileMatrix(Key key) {
        int from = key.forward ? key.inputs : key.units;
        int to = key.forward ? key.units : key.inputs;
        int tag = key.forward == (key.rows == Rows.INPUTS) ? dnnl.dnnl_ab : dnnl.dnnl_ba;
        try (dnnl_matmul_desc_t operation = new dnnl_matmul_desc_t();
                dnnl_memory_desc_t source = Description.floats(dnnl.dnnl_ab, key.batch, from);
                dnnl_memory_desc_t weights = Description.floats(tag, from, to);
                dnnl_memory_desc_t bias = Description.floats(dnnl.dnnl_ab, 1, to);
                dnnl_memory_desc_t target = Description.floats(dnnl.dnnl_ab, key.batch, to)) {
            Status.check(
                    dnnl.dnnl_matmul_desc_init(operation, source, weights, key.bias ? bias : null, target),
                    "describe " + key);
            return Primitive.of(dnn, key.then.attributes(), Primitive.request(dnn, operation));
        }
    }
}
