package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Zeros around every map. */
public record ZeroPadding(int top, int left, int bottom, int right) implements Layer {

    public ZeroPadding {
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException("padding must not be negative");
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return new Shape(input.channels(), top + input.height() + bottom, left + input.width() + right);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        Shape out = outputShape(List.of(Native.shape(inputs.get(0))));
        return Maps.window(inputs.get(0), new Window(-top, -left, out.height(), out.width()));
    }

    @Override
    public Window reach(Window output, Shape input) {
        return new Window(output.y() - top, output.x() - left, output.height(), output.width());
    }
}
