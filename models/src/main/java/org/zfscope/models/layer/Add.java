package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/** The sum of two or more inputs of one shape. */
public record Add() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.alike(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        return inputs.get(0).engine().add(inputs);
    }
}
