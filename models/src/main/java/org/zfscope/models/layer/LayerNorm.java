package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Layer normalisation over the channels [Ba2016]: at every position the values of all channels, less their mean and over
 * their deviation, times a scale and plus a shift for each channel.
 */
public record LayerNorm(float[] scale, float[] shift, double epsilon) implements Layer, Standardising {

    public LayerNorm {
        if (scale.length != shift.length || !(epsilon >= 0)) {
            throw new IllegalArgumentException(
                    say("models.layer-norm.scales-shifts", scale.length, shift.length, epsilon));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() != scale.length) {
            throw new IllegalArgumentException(say("models.layer-norm.channels-got", scale.length, input));
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
        int area = x.shape().area();
        return Standard.of(x, area, i -> i % area, epsilon);
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
}
