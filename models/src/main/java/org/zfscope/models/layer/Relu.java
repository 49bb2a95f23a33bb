package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/** max(x, 0). */
public record Relu() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        return rectify(inputs.get(0));
    }

    /** max(x, 0) as a new array. */
    public static INDArray rectify(INDArray x) {
        INDArray output = Native.allocate(x.shape());
        Nd4j.exec(new RectifiedLinear(x, output));
        return output;
    }
}
