package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;

/** At every position the mean of all channels: one map. */
public record ChannelMean() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return new Shape(1, input.height(), input.width());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        int channels = input.shape().channels();
        return input.engine().make(input.pictures(), outputShape(List.of(input.shape())), (picture, first, out) -> {
            float[] map = new float[out.length];
            for (int channel = 0; channel < channels; channel++) {
                input.read(picture, channel, map);
                for (int i = 0; i < out.length; i++) {
                    out[i] += map[i] / channels;
                }
            }
        });
    }
}
