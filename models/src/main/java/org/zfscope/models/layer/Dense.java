package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * A fully connected layer: weights * x + bias. It takes maps as they are, in the order channels, rows, columns.
 *
 * @param weights [units, inputs], in either memory order
 * @param bias [units]
 */
public record Dense(INDArray weights, INDArray bias) implements Layer {

    public Dense {
        if (weights.rank() != 2 || bias.length() != weights.size(0)) {
            throw new IllegalArgumentException(
                    "weights " + weights.shapeInfoToString() + " do not go with " + bias.length() + " biases");
        }
    }

    public int units() {
        return (int) weights.size(0);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.size() != weights.size(1)) {
            throw new IllegalArgumentException(
                    "a fully connected layer of " + weights.size(1) + " inputs got " + input + " = " + input.size());
        }
        return Shape.flat(units());
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        INDArray input = inputs.get(0);
        INDArray output = times(input, true, Shape.flat(units()));
        output.reshape('c', input.size(0), units()).addiRowVector(bias.reshape(1, units()));
        return output;
    }

    /**
     * The transposed weights at work: a signal on the units, [batch, units, 1, 1], carried to the inputs, as a new array
     * [batch, channels, height, width] of the input's shape.
     */
    public INDArray transposed(INDArray signal, Shape input) {
        return times(signal, false, input);
    }

    private INDArray times(INDArray x, boolean forward, Shape result) {
        long batch = x.size(0);
        INDArray output = Native.allocate(result.batch(batch));
        INDArray rows = output.reshape('c', batch, result.size());
        // straight into row-major memory: the one call that streams the weights instead of copying them first
        Nd4j.matmul(x.reshape('c', batch, x.length() / batch), weights, rows, false, forward, false);
        return output;
    }

    @Override
    public long parameters() {
        return weights.length() + bias.length();
    }

    @Override
    public Window reach(Window output, Shape input) {
        return Window.whole(input);
    }
}
