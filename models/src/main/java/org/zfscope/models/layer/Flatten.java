package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Maps as one vector, in the order channels, rows, columns. */
public record Flatten() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.flat(Inputs.single(inputs).size());
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        INDArray input = inputs.get(0);
        return Native.reshaped(input, input.size(0), input.length() / input.size(0), 1, 1);
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
