package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_inner_product_desc_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/**
 * Fully connected layers. The weights are used where they lie: for one picture the time is that of reading them once, and
 * a second copy of half a gigabyte would gain nothing.
 */
public final class Products {

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

    private record Key(int batch, int units, int inputs, Rows rows, boolean bias, boolean relu, boolean forward) {}

    private final OneDnn dnn;

    public Products(OneDnn dnn) {
        this.dnn = dnn;
    }

    /** weights * x + bias of each picture: [batch, units, 1, 1]. */
    public Block forward(Block input, Weights weights) {
        return forward(input, weights, false);
    }

    /** The same with all that is below zero set to zero. */
    public Block rectified(Block input, Weights weights) {
        return forward(input, weights, true);
    }

    private Block forward(Block input, Weights weights, boolean relu) {
        boolean bias = !weights.bias.isNull();
        Key key = new Key(input.extent().batch(), weights.units, weights.inputs, weights.rows, bias, relu, true);
        synchronized (dnn) {
            // flattened in the order that everybody else flattens: channels, rows, columns
            Block plain = dnn.inOrder(input, Order.PLAIN);
            Block output = dnn.block(new Layout(Extent.flat(key.batch, key.units), Order.PLAIN));
            run(
                    key,
                    weights,
                    new Argument(dnnl.DNNL_ARG_SRC, plain.handle()),
                    new Argument(dnnl.DNNL_ARG_DST, output.handle()));
            OneDnn.closeCopy(plain, input);
            return output;
        }
    }

    /** The transposed weights at work: a signal on the units carried to inputs of the given extent. */
    public Block back(Block signal, Weights weights, Extent below) {
        Key key = new Key(signal.extent().batch(), weights.units, weights.inputs, weights.rows, false, false, false);
        synchronized (dnn) {
            Block plain = dnn.inOrder(signal, Order.PLAIN);
            Block result = dnn.block(new Layout(below, Order.PLAIN));
            run(
                    key,
                    weights,
                    new Argument(dnnl.DNNL_ARG_DIFF_DST, plain.handle()),
                    new Argument(dnnl.DNNL_ARG_DIFF_SRC, result.handle()));
            OneDnn.closeCopy(plain, signal);
            return result;
        }
    }

    private void run(Key key, Weights weights, Argument from, Argument to) {
        Primitive primitive = dnn.primitive(key, () -> compile(key));
        try (dnnl_memory_desc_t matrix = matrix(key);
                dnnl_memory_desc_t vector = Description.floats(dnnl.dnnl_x, key.units)) {
            dnnl_memory values = dnn.memory(matrix, weights.values);
            Argument operand = new Argument(dnnl.DNNL_ARG_WEIGHTS, values);
            if (key.bias) {
                dnnl_memory bias = dnn.memory(vector, weights.bias);
                primitive.run(from, operand, to, new Argument(dnnl.DNNL_ARG_BIAS, bias));
                dnnl.dnnl_memory_destroy(bias);
            } else {
                primitive.run(from, operand, to);
            }
            dnnl.dnnl_memory_destroy(values);
        }
    }

    private static dnnl_memory_desc_t matrix(Key key) {
        return Description.floats(key.rows.tag, key.units, key.inputs);
    }

    private Primitive compile(Key key) {
        try (dnnl_inner_product_desc_t operation = new dnnl_inner_product_desc_t();
                dnnl_memory_desc_t below = Description.floats(dnnl.dnnl_nc, key.batch, key.inputs);
                dnnl_memory_desc_t weights = matrix(key);
                dnnl_memory_desc_t bias = Description.floats(dnnl.dnnl_x, key.units);
                dnnl_memory_desc_t above = Description.floats(dnnl.dnnl_nc, key.batch, key.units)) {
            int status = key.forward
                    ? forward(operation, below, weights, key.bias ? bias : null, above)
                    : dnnl.dnnl_inner_product_backward_data_desc_init(operation, below, weights, above);
            Status.check(status, "describe " + key);
            return Primitive.of(dnn, Attributes.relu(key.relu), Primitive.request(dnn, operation));
        }
    }

    private static int forward(
            dnnl_inner_product_desc_t operation,
            dnnl_memory_desc_t below,
            dnnl_memory_desc_t weights,
            @Nullable dnnl_memory_desc_t bias,
            dnnl_memory_desc_t above) {
        return dnnl.dnnl_inner_product_forward_desc_init(
                operation, dnnl.dnnl_forward_inference, below, weights, bias, above);
    }
}
