package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/** x where it is positive, slope * x elsewhere. */
public record LeakyRelu(float slope) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        return Maps.each(inputs.get(0), Native.shape(inputs.get(0)), (map, in, out) -> {
            for (int i = 0; i < in.length; i++) {
                out[i] = in[i] > 0 ? in[i] : slope * in[i];
            }
        });
    }
}
