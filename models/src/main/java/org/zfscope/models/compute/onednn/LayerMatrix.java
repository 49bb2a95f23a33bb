package org.zfscope.models.compute.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.compute.onednn.Products.Rows;

/**
 * A dense layer's weights as they are, and a copy of its biases.
 *
 * @param matrix over the weights' own memory
 */
record LayerMatrix(Products.Weights matrix, Memory bias) implements AutoCloseable {

    static Products.Weights of(Weights weights) {
        return weights.prepared(LayerMatrix.class, LayerMatrix.class, () -> over(weights))
                .matrix();
    }

    private static LayerMatrix over(Weights weights) {
        Memory bias = Memory.of(weights.bias());
        Products.Weights matrix = new Products.Weights(
                weights.units(),
                weights.side(1),
                weights.isColumnwise() ? Rows.INPUTS : Rows.UNITS,
                new FloatPointer(weights.floats()),
                new FloatPointer(bias.floats()));
        return new LayerMatrix(matrix, bias);
    }

    /** The weights' memory belongs to the weights. */
    @Override
    public void close() {
        bias.close();
    }
}
