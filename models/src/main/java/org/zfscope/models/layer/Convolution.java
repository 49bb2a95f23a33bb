package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;

/**
 * Convolution, in the sense of neural networks: a correlation of the input with each filter, plus a bias.
 *
 * @param weights [filters, channels / groups, kernel height, kernel width]
 */
public record Convolution(Weights weights, Geometry geometry, int groups) implements Layer, Weighted {

    public Convolution {
        if (groups < 1 || weights.rank() != 4 || weights.units() % groups != 0) {
            throw new IllegalArgumentException(say("models.convolution.weights-do-make-convolution", weights, groups));
        }
        if (weights.side(2) != geometry.vertical().kernel()
                || weights.side(3) != geometry.horizontal().kernel()) {
            throw new IllegalArgumentException(say(
                    "models.convolution.weights-do-match-window",
                    Quantities.shape(weights.side(2), weights.side(3)),
                    geometry));
        }
        if (geometry.vertical().ceil() || geometry.horizontal().ceil()) {
            throw new IllegalArgumentException(say("models.convolution.convolutions-windows-lie-inside", geometry));
        }
    }

    @Override
    public Convolution with(Weights other) {
        return new Convolution(other, geometry, groups);
    }

    public int filters() {
        return weights.units();
    }

    /** Channels of the input. */
    public int channels() {
        return weights.side(1) * groups;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() != channels()) {
            throw new IllegalArgumentException(say("models.convolution.convolution-channels-got", channels(), input));
        }
        return geometry.over(input, filters());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        return input.engine().convolve(input, weights, geometry, groups);
    }

    @Override
    public Maps forwardRectified(List<Maps> inputs, float ceiling) {
        Maps input = inputs.get(0);
        return input.engine().convolveRectified(input, weights, geometry, groups, ceiling);
    }

    @Override
    public long parameters() {
        return weights.count();
    }

    @Override
    public Window reach(Window output, Shape input) {
        return geometry.reach(output);
    }
}
