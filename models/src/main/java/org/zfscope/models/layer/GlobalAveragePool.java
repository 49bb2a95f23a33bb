package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The mean of each map. */
public record GlobalAveragePool() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Shape.flat(Inputs.single(inputs).channels());
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        Shape from = Native.shape(inputs.get(0));
        return Maps.each(inputs.get(0), outputShape(List.of(from)), (map, in, out) -> {
            double sum = 0;
            for (float v : in) {
                sum += v;
            }
            out[0] = (float) (sum / in.length);
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
