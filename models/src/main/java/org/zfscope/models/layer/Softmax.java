package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/** exp(x) / sum of exp(x) over the channels, at each position. */
public record Softmax() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        INDArray input = inputs.get(0);
        Shape shape = Native.shape(input);
        float[] all = new float[Math.toIntExact(input.length())];
        Native.floats(input).get(all);
        for (int picture = 0; picture < input.size(0); picture++) {
            for (int position = 0; position < shape.area(); position++) {
                normalise(all, picture * shape.size() + position, shape.area(), shape.channels());
            }
        }
        return Native.copyOf(all, input.shape());
    }

    private static void normalise(float[] values, int first, int stride, int count) {
        float max = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < count; c++) {
            max = Math.max(max, values[first + c * stride]);
        }
        double sum = 0;
        for (int c = 0; c < count; c++) {
            sum += Math.exp(values[first + c * stride] - max);
        }
        for (int c = 0; c < count; c++) {
            values[first + c * stride] = (float) (Math.exp(values[first + c * stride] - max) / sum);
        }
    }
}
