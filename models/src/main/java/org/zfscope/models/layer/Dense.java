package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * A fully connected layer: weights * x + bias. It takes maps as they are, in the order channels, rows, columns.
 *
 * @param weights [units, inputs]
 */
public record Dense(Weights weights) implements Layer, Weighted {

    public Dense {
        if (weights.rank() != 2) {
            throw new IllegalArgumentException(say("models.dense.weights-do-make-fully", weights));
        }
    }

    @Override
    public Dense with(Weights other) {
        return new Dense(other);
    }

    public int units() {
        return weights.units();
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.size() != weights.side(1)) {
            throw new IllegalArgumentException(
                    say("models.dense.fully-connected-layer-inputs", weights.side(1), input, input.size()));
        }
        return Shape.flat(units());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        return inputs.get(0).engine().multiply(inputs.get(0), weights);
    }

    @Override
    public Maps forwardRectified(List<Maps> inputs, float ceiling) {
        return inputs.get(0).engine().multiplyRectified(inputs.get(0), weights, ceiling);
    }

    @Override
    public long parameters() {
        return weights.count();
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
