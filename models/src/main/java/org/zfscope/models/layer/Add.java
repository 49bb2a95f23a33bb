package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Shape;

/** The sum of two or more inputs of one shape. */
public record Add() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.alike(inputs);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        INDArray sum = inputs.get(0).dup('c');
        inputs.subList(1, inputs.size()).forEach(sum::addi);
        return sum;
    }
}
