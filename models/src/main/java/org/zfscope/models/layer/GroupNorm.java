package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * Group normalisation [Wu2018]: the maps of a group of neighbouring channels, less their mean and over their deviation,
 * times a scale and plus a shift for each channel. With one group it normalises the whole layer, with as many groups as
 * channels each map by itself: instance normalisation [Ulyanov2016].
 */
public record GroupNorm(int groups, float[] scale, float[] shift, double epsilon) implements Layer, Standardising {

    public GroupNorm {
        if (scale.length != shift.length || !(epsilon >= 0) || groups < 1 || scale.length % groups != 0) {
            throw new IllegalArgumentException(
                    say("models.group-norm.groups-scales-shifts", groups, scale.length, shift.length, epsilon));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() != scale.length) {
            throw new IllegalArgumentException(say("models.group-norm.channels-got", scale.length, input));
        }
        return input;
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine()
                .of(IntStream.range(0, input.pictures())
                        .mapToObj(picture -> normalised(input.picture(picture)))
                        .toList());
    }

    private Standard standard(Tensor x) {
        int each = x.shape().size() / groups;
        return Standard.of(x, groups, i -> i / each, epsilon);
    }

    @Override
    public Tensor normalised(Tensor x) {
        return standard(x).normalised(x, scale, shift);
    }

    @Override
    public Tensor derivative(Tensor x, Tensor signal) {
        return standard(x).derivative(x, signal, scale);
    }

    @Override
    public Tensor held(Tensor x, Tensor signal) {
        return standard(x).held(signal, scale);
    }

    /** Scale and shift of each channel. */
    @Override
    public long parameters() {
        return 2L * scale.length;
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
