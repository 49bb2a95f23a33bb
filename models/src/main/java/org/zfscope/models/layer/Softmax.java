package org.zfscope.models.layer;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** exp(x) / sum of exp(x) over the channels, at each position. */
public record Softmax() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        List<Tensor> pictures = new ArrayList<>();
        for (int i = 0; i < input.pictures(); i++) {
            Tensor picture = input.picture(i);
            int area = picture.shape().area();
            for (int position = 0; position < area; position++) {
                normalise(picture.values(), position, area, picture.shape().channels());
            }
            pictures.add(picture);
        }
        return input.engine().of(pictures);
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
