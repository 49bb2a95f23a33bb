package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The sum of two or more inputs; a smaller one is spread over the larger ones, see {@link Broadcast}. */
public record Add() implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Broadcast.of(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps first = inputs.get(0);
        if (inputs.stream().allMatch(maps -> maps.shape().equals(first.shape()))) {
            return first.engine().add(inputs);
        }
        Shape to = outputShape(inputs.stream().map(Maps::shape).toList());
        Window whole = Window.whole(to);
        return first.engine().make(first.pictures(), to, (picture, channel, out) -> {
            for (Maps maps : inputs) {
                float[] next = Broadcast.read(maps, picture, channel, whole);
                for (int i = 0; i < out.length; i++) {
                    out[i] += next[i];
                }
            }
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Broadcast.reach(output, input);
    }
}
